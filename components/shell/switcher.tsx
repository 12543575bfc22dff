"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { keys } from "@/lib/client/keys";
import { searchRooms, useMe, useRooms } from "@/lib/client/queries";
import { useOpenDirect } from "@/lib/client/use-open-room";
import { matches } from "@/lib/client/matches";
import { Avatar, RoomAvatar } from "@/components/ui/avatar";
import { Modal } from "@/components/ui/modal";
import { SearchField } from "@/components/ui/search-field";

const SHOWN = 8;

/** ⌘K: to any chat or person by a few letters. */
export function Switcher({ onClose }: { onClose: () => void }) {
  const t = useTranslations("chats");
  const client = useQueryClient();
  const me = useMe();
  const go = useGoToChat();
  const openDirect = useOpenDirect();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const term = text.trim();
  useQuery({ queryKey: ["room-search", term], enabled: term.length > 1, queryFn: () => searchRooms(client, term) });
  const people = useQuery({
    queryKey: keys.people(term),
    queryFn: () => api.people({ search: term, page_size: SHOWN }),
  });
  const rooms = useRooms()
    .items.filter((room) => matches(room.display_name, term))
    .slice(0, SHOWN);
  const known = new Set(rooms.map((room) => room.other_user_id));
  const others = term
    ? (people.data?.results ?? []).filter((person) => person.id !== me.id && !known.has(person.id))
    : [];
  const options = [
    ...rooms.map((room) => ({ key: room.id, name: room.display_name, room, open: () => go(chatPath(room.id)) })),
    ...others.map((person) => ({
      key: `p${person.id}`,
      name: person.full_name,
      room: null,
      person,
      open: () => openDirect(person.id),
    })),
  ];
  const choose = (index: number) => {
    const option = options[index];
    if (!option) return;
    void option.open();
    onClose();
  };
  return (
    <Modal title={t("jump")} titleHidden shape="top" onClose={onClose}>
      <div
        className="flex min-h-0 flex-col gap-2 p-3"
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, options.length - 1));
          else if (event.key === "ArrowUp") setAt((now) => Math.max(now - 1, 0));
          else if (event.key === "Enter") choose(at);
          else return;
          event.preventDefault();
        }}
      >
        <SearchField label={t("jumpHint")} value={text} onChange={(value) => (setText(value), setAt(0))} />
        <ul className="min-h-0 thin-scroll overflow-y-auto">
          {options.map((option, index) => (
            <li key={option.key}>
              <button
                type="button"
                aria-current={index === at ? "true" : undefined}
                onMouseMove={() => setAt(index)}
                onClick={() => choose(index)}
                className={clsx(
                  "flex min-h-12 w-full items-center gap-3 rounded-control px-3 text-start",
                  index === at && "bg-sunken",
                )}
              >
                {option.room ? (
                  <RoomAvatar room={option.room} personId={option.room.other_user_id} size="sm" />
                ) : (
                  <Avatar id={option.person.id} name={option.person.full_name} size="sm" />
                )}
                <span className="truncate">{option.name}</span>
              </button>
            </li>
          ))}
          {options.length === 0 && <li className="p-4 text-center text-sm text-ink-2">{t("noneFoundTitle")}</li>}
        </ul>
      </div>
    </Modal>
  );
}
