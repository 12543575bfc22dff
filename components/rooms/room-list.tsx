"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { RefreshCw, Search, SquarePen } from "lucide-react";
import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useRef, useState, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { makingChat } from "@/lib/client/making-chat";
import { matches } from "@/lib/client/matches";
import { useRooms } from "@/lib/client/queries";
import { loadMoreRooms, searchRooms } from "@/lib/client/more-rooms";
import { keys } from "@/lib/client/keys";
import { searchable } from "@/lib/client/search-messages";
import { usePullToRefresh } from "@/lib/client/use-pull-to-refresh";
import type { RoomListItem } from "@/lib/contract/shapes";
import { NoticesLink } from "@/components/notifications/notices-link";
import { ArchivedRooms } from "@/components/rooms/archived-rooms";
import { NoRooms } from "@/components/rooms/no-rooms";
import { NoneShown, type RoomFilter } from "@/components/rooms/none-shown";
import { RoomRows } from "@/components/rooms/room-rows";
import { AppLink } from "@/components/ui/app-link";
import { Chips } from "@/components/ui/chips";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";

const NewChat = lazy(() => import("@/components/rooms/new-chat").then((module) => ({ default: module.NewChat })));

const filters: RoomFilter[] = ["all", "unread", "direct", "group", "task", "property"];

function passes(room: RoomListItem, filter: RoomFilter): boolean {
  return filter === "all" || (filter === "unread" ? room.unread_count > 0 : room.room_type === filter);
}

export type ListPlace = { top: number; text: string; focused: boolean };

/** `from` is what was done to the list that the server drew, before this one took its place. */
export function RoomList({ open, from }: { open: string | null; from?: RefObject<ListPlace | null> }) {
  const t = useTranslations("chats");
  const client = useQueryClient();
  const list = useRooms();
  const [filter, setFilter] = useState<RoomFilter>("all");
  const [text, setText] = useState("");
  const creating = makingChat.use((open) => open);
  useEffect(() => () => makingChat.set(false), []);
  const pane = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const left = from?.current;
    if (!left || !pane.current) return;
    from.current = null;
    pane.current.scrollTop = left.top;
    setText(left.text);
    if (left.focused) pane.current.parentElement?.querySelector("input")?.focus();
  }, [from]);
  const term = useDeferredValue(text.trim());
  const partial = list.items.length < list.count;
  useQuery({
    queryKey: ["room-search", term],
    enabled: partial && term.length > 0,
    queryFn: () => searchRooms(client, term),
  });
  const shown = list.items.filter(
    (room) =>
      (room.is_active || room.id === open) &&
      (passes(room, filter) || (filter === "unread" && room.id === open)) &&
      (!term || matches(room.display_name, term)),
  );
  const unread = list.items.filter((room) => room.unread_count > 0 && room.is_active).length;
  const pull = usePullToRefresh(() => client.refetchQueries({ queryKey: keys.rooms }));
  const showAll = () => {
    setFilter("all");
    setText("");
  };
  const search = searchable(term) && (
    <AppLink
      href={`/search?q=${encodeURIComponent(term)}`}
      className="mx-2 flex min-h-12 shrink-0 items-center gap-3 rounded-bubble px-2.5 text-sm font-medium text-accent-ink -outline-offset-2 hover:bg-sunken [.text-center_&]:justify-center"
    >
      <span className="flex w-12 shrink-0 justify-center [.text-center_&]:w-auto">
        <Search aria-hidden className="size-5" strokeWidth={1.8} />
      </span>
      <span className="truncate">{t("searchMessages", { term })}</span>
    </AppLink>
  );
  return (
    <section aria-label={t("list")} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-col gap-3 px-4 pt-4 pb-2">
        <div className="flex items-center justify-between gap-1">
          <h1 className="text-2xl font-bold tracking-tight">{t("title")}</h1>
          <span className="ms-auto">
            <NoticesLink />
          </span>
          <AppLink
            href="/search"
            aria-label={t("searchAll")}
            className="flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunken md:hidden"
          >
            <Search aria-hidden className="size-5.5" strokeWidth={1.8} />
          </AppLink>
          <IconButton
            icon={SquarePen}
            label={t("new")}
            filled
            className="max-md:hidden"
            onClick={() => makingChat.set(true)}
          />
        </div>
        <SearchField label={t("search")} value={text} onChange={setText} hint="⌘K" />
      </header>
      <Chips
        label={t("filters")}
        value={filter}
        onChange={setFilter}
        chips={filters.map((value) => ({ value, label: t(value), ...(value === "unread" ? { count: unread } : {}) }))}
      />
      <div
        {...pull.handlers}
        ref={pane}
        data-rooms
        className="mt-1 flex min-h-0 flex-1 thin-scroll flex-col overflow-y-auto max-md:pb-24"
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          if (partial && scrollHeight - scrollTop - clientHeight < 600) void loadMore();
        }}
      >
        {(pull.pulled > 0 || pull.refreshing) && (
          <p role="status" className="flex shrink-0 justify-center py-2 text-ink-2">
            <span className="sr-only">{pull.refreshing && t("refreshing")}</span>
            <RefreshCw
              aria-hidden
              className={clsx("size-5", pull.refreshing && "animate-spin")}
              style={{ opacity: pull.refreshing ? 1 : pull.pulled, transform: `rotate(${pull.pulled * 270}deg)` }}
            />
          </p>
        )}
        {shown.length > 0 ? (
          <>
            <ul className="px-2 pb-3">
              <RoomRows rooms={shown} open={open} />
            </ul>
            {search}
          </>
        ) : list.items.length > 0 ? (
          <NoneShown filter={filter} onAll={showAll}>
            {search}
          </NoneShown>
        ) : (
          // Beside the list it is said in the conversation's place.
          <div className={clsx("flex flex-1", !open && "md:hidden")}>
            <NoRooms onNew={() => makingChat.set(true)} />
          </div>
        )}
        {filter === "all" && !term && list.items.length > 0 && !partial && <ArchivedRooms open={open} />}
      </div>
      <button
        type="button"
        aria-label={t("new")}
        onClick={() => makingChat.set(true)}
        className="absolute end-4 bottom-4 flex size-14 items-center justify-center rounded-bubble bg-accent text-on-accent shadow-float md:hidden"
      >
        <SquarePen aria-hidden className="size-6" strokeWidth={1.8} />
      </button>
      <Suspense>{creating && <NewChat onClose={() => makingChat.set(false)} />}</Suspense>
    </section>
  );

  function loadMore() {
    return client.fetchQuery({
      queryKey: ["room-page", list.items.length],
      queryFn: () => loadMoreRooms(client).then(() => null),
    });
  }
}
