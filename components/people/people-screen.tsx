"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessageCircle, UserX } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { useErrorText } from "@/lib/client/use-error-text";
import { useOpenDirect } from "@/lib/client/use-open-room";
import { PersonLine } from "@/components/people/person-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Screen } from "@/components/ui/screen";
import { SearchField } from "@/components/ui/search-field";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { toast } from "@/components/ui/toasts";

export function PeopleScreen() {
  const t = useTranslations("people");
  const errorText = useErrorText();
  const me = useMe();
  const openDirect = useOpenDirect();
  const [text, setText] = useState("");
  const term = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: keys.people(term),
    queryFn: () => api.people({ search: term, page_size: 100 }),
    placeholderData: keepPreviousData,
  });
  const people = found.data?.results ?? [];
  return (
    <Screen title={t("title")} tools={<SearchField label={t("search")} value={text} onChange={setText} />}>
      {found.isPending && <RowsSkeleton />}
      {found.error && <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && people.length === 0 && (
        <EmptyState icon={UserX} title={t("noneTitle")} hint={t("noneHint")} />
      )}
      <ul className="px-2 pb-4">
        {people.map((person) => (
          <li key={person.id}>
            {person.id === me.id ? (
              <div className="flex min-h-16 items-center gap-3 px-3">
                <PersonLine person={person} />
                <span className="rounded-full border border-line px-2.5 py-0.5 text-xs text-ink-2">{t("you")}</span>
              </div>
            ) : (
              <button
                type="button"
                aria-label={t("write", { name: person.full_name })}
                onClick={() => void openDirect(person.id).catch((error: unknown) => toast(errorText(error)))}
                className="flex min-h-16 w-full items-center gap-3 rounded-bubble px-3 text-start -outline-offset-2 hover:bg-sunken"
              >
                <PersonLine person={person} />
                <MessageCircle aria-hidden className="me-2 size-5 text-ink-2" strokeWidth={1.8} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
