"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Search, SearchX, X } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useDeferredValue, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { roomOptions } from "@/lib/client/queries";
import { FOUND_PAGE, searchable, searchMessages } from "@/lib/client/search-messages";
import { useErrorText } from "@/lib/client/use-error-text";
import { FoundMessage } from "@/components/search/found-message";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { SearchField } from "@/components/ui/search-field";

const PAUSE = 250;

/** Messages of all one's chats, or of one of them. What is asked stands in the address. */
export function SearchScreen() {
  const t = useTranslations("search");
  const errorText = useErrorText();
  const address = useSearchParams();
  const q = address.get("q") ?? "";
  const room = address.get("room") ?? undefined;
  const files = address.get("has") === "attachment";
  const [text, setText] = useState(q);
  const put = (next: { q?: string; room?: string | undefined; files?: boolean }) => {
    const asked = { q, room, files, ...next };
    const query = new URLSearchParams({
      ...(asked.q && { q: asked.q }),
      ...(asked.room && { room: asked.room }),
      ...(asked.files && { has: "attachment" }),
    });
    window.history.replaceState(null, "", `/search?${query.toString()}`);
  };
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => put({ q: text.trim() }), PAUSE);
    return () => clearTimeout(timer);
  });
  const wanted = useDeferredValue(q);
  const found = useInfiniteQuery({
    queryKey: ["search", wanted, room, files],
    enabled: searchable(wanted),
    initialPageParam: 1,
    queryFn: ({ pageParam }) => searchMessages({ q: wanted, room, files }, pageParam),
    getNextPageParam: (page, pages) => (page.next ? pages.length + 1 : undefined),
    staleTime: 10_000,
  });
  const messages = found.data?.pages.flatMap((page) => page.results) ?? [];
  const count = found.data?.pages[0]?.count ?? 0;
  return (
    <Screen
      title={t("title")}
      tools={
        <>
          <SearchField label={t("field")} value={text} onChange={setText} autoFocus />
          <div className="-mx-4 flex flex-wrap items-center gap-y-1">
            <Chips
              label={t("filters")}
              value={files ? "files" : "all"}
              onChange={(value) => put({ files: value === "files" })}
              chips={[
                { value: "all", label: t("all") },
                { value: "files", label: t("files") },
              ]}
            />
            {room && <InRoom id={room} onRemove={() => put({ room: undefined })} />}
          </div>
        </>
      }
    >
      {!searchable(wanted) && <EmptyState icon={Search} title={t("startTitle")} hint={t("startHint")} />}
      {found.isLoading && <RowsSkeleton />}
      {found.error && <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && messages.length === 0 && (
        <EmptyState icon={SearchX} title={t("noneTitle")} hint={t("noneHint")} />
      )}
      {messages.length > 0 && (
        <>
          <p role="status" className="px-5 pt-1 pb-1 text-xs font-semibold text-ink-2">
            {t("count", { count })}
          </p>
          <ul className="px-2 pb-4">
            {messages.map((message) => (
              <li key={message.id}>
                <FoundMessage message={message} />
              </li>
            ))}
          </ul>
        </>
      )}
      {found.hasNextPage && (
        <Button look="outline" className="mx-auto mb-6" onClick={() => void found.fetchNextPage()}>
          {t("more", { count: FOUND_PAGE })}
        </Button>
      )}
    </Screen>
  );
}

function InRoom({ id, onRemove }: { id: string; onRemove: () => void }) {
  const t = useTranslations("search");
  const { data } = useQuery(roomOptions(id));
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={t("everywhere")}
      title={t("everywhere")}
      className="mx-4 flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft ps-3.5 pe-2.5 text-xs font-semibold text-accent-ink touch:min-h-11"
    >
      <span className="truncate">{t("inRoom", { room: data?.display_name ?? "…" })}</span>
      <X aria-hidden className="size-4 shrink-0" />
    </button>
  );
}
