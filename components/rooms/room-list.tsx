"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MessagesSquare, SearchX, SquarePen } from "lucide-react";
import { useDeferredValue, useState, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { matches } from "@/lib/client/matches";
import { loadMoreRooms, searchRooms, useRooms } from "@/lib/client/queries";
import type { RoomListItem } from "@/lib/contract/shapes";
import { RoomRow } from "@/components/rooms/room-row";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";

const NewChat = lazy(() => import("@/components/rooms/new-chat").then((module) => ({ default: module.NewChat })));

const filters = ["all", "unread", "direct", "group", "task", "property"] as const;
type Filter = (typeof filters)[number];

function passes(room: RoomListItem, filter: Filter): boolean {
  return filter === "all" || (filter === "unread" ? room.unread_count > 0 : room.room_type === filter);
}

export function RoomList({ open }: { open: string | null }) {
  const t = useTranslations("chats");
  const client = useQueryClient();
  const list = useRooms();
  const [filter, setFilter] = useState<Filter>("all");
  const [text, setText] = useState("");
  const [creating, setCreating] = useState(false);
  const term = useDeferredValue(text.trim());
  const partial = list.items.length < list.count;
  useQuery({
    queryKey: ["room-search", term],
    enabled: partial && term.length > 0,
    queryFn: () => searchRooms(client, term),
  });
  const shown = list.items.filter(
    (room) =>
      (passes(room, filter) || (filter === "unread" && room.id === open)) &&
      (!term || matches(room.display_name, term)),
  );
  const unread = list.items.filter((room) => room.unread_count > 0).length;
  const showAll = () => {
    setFilter("all");
    setText("");
  };
  return (
    <section aria-label={t("list")} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-col gap-3 px-4 pt-4 pb-2">
        <div className="flex items-center justify-between">
          <h1 className="text-2xl font-bold tracking-tight">{t("title")}</h1>
          <IconButton
            icon={SquarePen}
            label={t("new")}
            filled
            className="max-md:hidden"
            onClick={() => setCreating(true)}
          />
        </div>
        <SearchField label={t("search")} value={text} onChange={setText} />
      </header>
      <Chips
        label={t("filters")}
        value={filter}
        onChange={setFilter}
        chips={filters.map((value) => ({ value, label: t(value), ...(value === "unread" ? { count: unread } : {}) }))}
      />
      <div
        className="mt-1 flex min-h-0 flex-1 thin-scroll flex-col overflow-y-auto max-md:pb-24"
        onScroll={(event) => {
          const pane = event.currentTarget;
          if (partial && pane.scrollHeight - pane.scrollTop - pane.clientHeight < 600) void loadMore();
        }}
      >
        {shown.length > 0 ? (
          <ul className="px-2 pb-3">
            {shown.map((room) => (
              <RoomRow key={room.id} room={room} open={room.id === open} />
            ))}
          </ul>
        ) : (
          <Nothing filter={filter} any={list.items.length > 0} onAll={showAll} onNew={() => setCreating(true)} />
        )}
      </div>
      <button
        type="button"
        aria-label={t("new")}
        onClick={() => setCreating(true)}
        className="absolute end-4 bottom-4 flex size-14 items-center justify-center rounded-bubble bg-accent text-on-accent shadow-float md:hidden"
      >
        <SquarePen aria-hidden className="size-6" strokeWidth={1.8} />
      </button>
      <Suspense>{creating && <NewChat onClose={() => setCreating(false)} />}</Suspense>
    </section>
  );

  function loadMore() {
    return client.fetchQuery({
      queryKey: ["room-page", list.items.length],
      queryFn: () => loadMoreRooms(client).then(() => null),
    });
  }
}

function Nothing({
  filter,
  any,
  onAll,
  onNew,
}: {
  filter: Filter;
  any: boolean;
  onAll: () => void;
  onNew: () => void;
}) {
  const t = useTranslations("chats");
  if (!any) {
    return (
      <EmptyState icon={MessagesSquare} title={t("noneTitle")} hint={t("noneHint")}>
        <Button onClick={onNew}>{t("new")}</Button>
      </EmptyState>
    );
  }
  const caught = filter === "unread";
  return (
    <EmptyState
      icon={caught ? MessagesSquare : SearchX}
      title={t(caught ? "noUnreadTitle" : "noneFoundTitle")}
      hint={t(caught ? "noUnreadHint" : "noneFoundHint")}
    >
      <Button look="outline" onClick={onAll}>
        {t("showAll")}
      </Button>
    </EmptyState>
  );
}
