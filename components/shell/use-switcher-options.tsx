"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { House, ListChecks, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { matches } from "@/lib/client/matches";
import { useMe, useRooms } from "@/lib/client/queries";
import { searchRooms } from "@/lib/client/more-rooms";
import { searchable, searchMessages } from "@/lib/client/search-messages";
import { snippetParts } from "@/lib/client/snippet-parts";
import { useOpenDirect } from "@/lib/client/use-open-room";
import { Avatar, RoomAvatar } from "@/components/ui/avatar";

const ROOMS = 6;
const OTHERS = 4;

type Option = { key: string; name: string; note?: string; picture: ReactNode; open: () => unknown };
type Group = { title: string; options: Option[] };

const tile = (tint: string, icon: ReactNode) => (
  <span aria-hidden className={`flex size-8.5 shrink-0 items-center justify-center rounded-tile text-on-tint ${tint}`}>
    {icon}
  </span>
);

/** Where a few letters may lead: chats at once from the list, the rest from the server. */
export function useSwitcherOptions(term: string): Group[] {
  const t = useTranslations("switcher");
  const client = useQueryClient();
  const router = useRouter();
  const go = useGoToChat();
  const me = useMe();
  const openDirect = useOpenDirect();
  const enabled = term.length > 1;
  useQuery({ queryKey: ["room-search", term], enabled, queryFn: () => searchRooms(client, term) });
  const query = { search: term, page_size: OTHERS };
  const found = useQuery({
    queryKey: ["switcher", term],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const [people, tasks, houses, messages] = await Promise.all([
        call("GET /api/users/", { query }),
        call("GET /api/tasks/", { query }),
        call("GET /api/properties/", { query }),
        searchable(term) ? searchMessages({ q: term }, 1, OTHERS) : null,
      ]);
      return {
        people: people.results,
        tasks: tasks.results,
        houses: houses.results,
        messages: messages?.results ?? [],
      };
    },
  });
  const rooms = useRooms()
    .items.filter((room) => matches(room.display_name, term))
    .slice(0, ROOMS);
  const known = new Set(rooms.map((room) => room.other_user_id));
  const { people = [], tasks = [], houses = [], messages = [] } = (enabled ? found.data : undefined) ?? {};
  const groups: Group[] = [
    {
      title: t("rooms"),
      options: rooms.map((room) => ({
        key: room.id,
        name: room.display_name,
        picture: <RoomAvatar room={room} personId={room.other_user_id} size="sm" />,
        open: () => go(chatPath(room.id)),
      })),
    },
    {
      title: t("people"),
      options: people
        .filter((person) => person.id !== me.id && !known.has(person.id))
        .map((person) => ({
          key: `person ${person.id}`,
          name: person.full_name,
          note: `@${person.username}`,
          picture: <Avatar id={person.id} name={person.full_name} size="sm" />,
          open: () => openDirect(person.id),
        })),
    },
    {
      title: t("tasks"),
      options: tasks.map((task) => ({
        key: `task ${task.id}`,
        name: task.title,
        ...(task.assigned_to && { note: task.assigned_to.full_name }),
        picture: tile("bg-tint-task", <ListChecks className="size-4.5" strokeWidth={1.8} />),
        open: () => router.push(`/tasks/${task.id}`),
      })),
    },
    {
      title: t("properties"),
      options: houses.map((house) => ({
        key: `house ${house.id}`,
        name: house.name,
        note: house.address,
        picture: tile("bg-tint-property", <House className="size-4.5" strokeWidth={1.8} />),
        open: () => router.push(`/properties/${house.id}`),
      })),
    },
    {
      title: t("messages"),
      options: messages.map((message) => ({
        key: message.id,
        name: snippetParts(message.snippet)
          .map((part) => part.text)
          .join(""),
        ...(message.sender && { note: message.sender.full_name }),
        picture: <Avatar id={message.sender?.id ?? 0} name={message.sender?.full_name ?? "?"} size="sm" />,
        open: () => go(chatPath(message.room, { message: message.id, thread: message.thread_root_id })),
      })),
    },
    {
      title: t("search"),
      options: searchable(term)
        ? [
            {
              key: "search",
              name: t("searchFor", { term }),
              picture: tile("bg-tint-3", <Search className="size-4.5" strokeWidth={1.8} />),
              open: () => router.push(`/search?q=${encodeURIComponent(term)}`),
            },
          ]
        : [],
    },
  ];
  return groups.filter((group) => group.options.length > 0);
}
