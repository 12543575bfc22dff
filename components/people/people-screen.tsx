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
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Screen } from "@/components/ui/screen";
import { SearchField } from "@/components/ui/search-field";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { useAct } from "@/components/ui/use-act";

export function PeopleScreen() {
  const t = useTranslations("people");
  const errorText = useErrorText();
  const me = useMe();
  const act = useAct();
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
            <div className="flex items-center gap-1">
              <AppLink
                href={`/people/${person.id}`}
                className="flex min-h-16 min-w-0 flex-1 items-center gap-3 rounded-bubble px-3 -outline-offset-2 hover:bg-sunken"
              >
                <PersonLine person={person} />
                {person.id === me.id && (
                  <span className="rounded-full border border-line px-2.5 py-0.5 text-xs text-ink-2">{t("you")}</span>
                )}
              </AppLink>
              {person.id !== me.id && me.role !== "viewer" && (
                <IconButton
                  icon={MessageCircle}
                  size="large"
                  label={t("write", { name: person.full_name })}
                  onClick={() => void act(() => openDirect(person.id))}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
