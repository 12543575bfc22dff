"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Check, X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { DirectoryUser } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { PersonLine } from "@/components/people/person-line";
import { SearchField } from "@/components/ui/search-field";

type Props = {
  chosen: DirectoryUser[];
  onChange: (chosen: DirectoryUser[]) => void;
  /** Who is not offered. */
  without: ReadonlySet<number>;
};

/** Several people of the directory, found by a few letters. */
export function PeoplePicker({ chosen, onChange, without }: Props) {
  const t = useTranslations("newChat");
  const [text, setText] = useState("");
  const term = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: keys.people(term),
    queryFn: () => api.people({ search: term, page_size: 50 }),
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.results ?? []).filter((person) => !without.has(person.id));
  const toggle = (person: DirectoryUser) => {
    const inside = chosen.some((one) => one.id === person.id);
    onChange(inside ? chosen.filter((one) => one.id !== person.id) : [...chosen, person]);
    setText("");
  };
  return (
    <>
      <div className="flex shrink-0 flex-col gap-3 px-5 pb-3">
        {chosen.length > 0 && (
          <ul aria-label={t("chosen")} className="flex flex-wrap gap-1.5">
            {chosen.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  aria-label={t("remove", { name: person.full_name })}
                  onClick={() => toggle(person)}
                  className="flex min-h-8 items-center gap-1 rounded-full bg-accent-soft ps-3 pe-2 text-sm font-medium text-accent-ink touch:min-h-11"
                >
                  {person.full_name}
                  <X aria-hidden className="size-4" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <SearchField label={t("search")} value={text} onChange={setText} />
      </div>
      <ul className="h-80 min-h-24 shrink thin-scroll overflow-y-auto px-3">
        {people.map((person) => {
          const inside = chosen.some((one) => one.id === person.id);
          return (
            <li key={person.id}>
              <button
                type="button"
                aria-pressed={inside}
                onClick={() => toggle(person)}
                className="flex min-h-14 w-full items-center gap-3 rounded-control px-2 text-start -outline-offset-2 hover:bg-sunken"
              >
                <PersonLine person={person} />
                <span
                  aria-hidden
                  className={clsx(
                    "flex size-6 shrink-0 items-center justify-center rounded-full border",
                    inside ? "border-accent bg-accent text-on-accent" : "border-line-strong",
                  )}
                >
                  {inside && <Check className="size-4" strokeWidth={2.5} />}
                </span>
              </button>
            </li>
          );
        })}
        {found.isSuccess && people.length === 0 && <li className="p-4 text-center text-sm text-ink-2">{t("none")}</li>}
      </ul>
    </>
  );
}
