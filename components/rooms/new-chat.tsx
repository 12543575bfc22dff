"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Check, X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { DirectoryUser } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { useErrorText } from "@/lib/client/use-error-text";
import { useCreateRoom, useOpenDirect } from "@/lib/client/use-open-room";
import { PersonLine } from "@/components/people/person-line";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { SearchField } from "@/components/ui/search-field";
import { TextField } from "@/components/ui/text-field";

/** One person makes a direct chat, several a group with a name. */
export function NewChat({ onClose }: { onClose: () => void }) {
  const t = useTranslations("newChat");
  const errorText = useErrorText();
  const me = useMe();
  const create = useCreateRoom();
  const openDirect = useOpenDirect();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<DirectoryUser[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const term = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: keys.people(term),
    queryFn: () => api.people({ search: term, page_size: 50 }),
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.results ?? []).filter((person) => person.id !== me.id);
  const group = chosen.length > 1;
  const toggle = (person: DirectoryUser) => {
    const inside = chosen.some((one) => one.id === person.id);
    setChosen(inside ? chosen.filter((one) => one.id !== person.id) : [...chosen, person]);
    setText("");
  };
  const start = async () => {
    const [first] = chosen;
    if (!first) return;
    setBusy(true);
    setError(undefined);
    try {
      if (group) {
        await create({ room_type: "group", participant_ids: chosen.map((person) => person.id), name: name.trim() });
      } else await openDirect(first.id);
      onClose();
    } catch (reason) {
      setError(errorText(reason));
      setBusy(false);
    }
  };
  return (
    <Modal title={t("title")} onClose={onClose}>
      <form
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <div className="flex shrink-0 flex-col gap-3 px-5 pb-3">
          <p className="text-sm text-ink-2">{t("hint")}</p>
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
          {found.isSuccess && people.length === 0 && (
            <li className="p-4 text-center text-sm text-ink-2">{t("none")}</li>
          )}
        </ul>
        <div className="flex shrink-0 flex-col gap-3 border-t border-line p-5">
          {group && (
            <TextField
              label={t("groupName")}
              placeholder={t("groupPlaceholder")}
              value={name}
              maxLength={255}
              onChange={(event) => setName(event.target.value)}
            />
          )}
          {error && (
            <p role="alert" className="text-sm text-danger-ink">
              {error}
            </p>
          )}
          <Button type="submit" disabled={busy || chosen.length === 0 || (group && name.trim() === "")}>
            {t(group ? "create" : "start")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
