"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { matches } from "@/lib/client/matches";
import { enqueue } from "@/lib/client/outbox";
import { plainPreview } from "@/lib/client/plain-preview";
import { useRooms } from "@/lib/client/queries";
import { useConversation } from "@/components/messages/conversation-context";
import { RoomAvatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { SearchField } from "@/components/ui/search-field";
import { toast } from "@/components/ui/toasts";

/** The message again in other rooms, as words of whoever wrote it. */
export function Forward({ message, onClose }: { message: Message; onClose: () => void }) {
  const t = useTranslations("forward");
  const someone = useTranslations("message");
  const { me } = useConversation();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const rooms = useRooms().items.filter((room) => room.is_active && matches(room.display_name, text.trim()));
  const send = () => {
    const author = message.sender?.full_name ?? someone("someone");
    const quoted = message.content.split("\n").map((line) => `> ${line}`);
    for (const room of chosen) {
      enqueue(room, {
        kind: "send",
        attachment_ids: [],
        content: [`**${author}:**`, ...quoted].join("\n"),
        reply_to: null,
        thread_root: null,
        sender: { id: me.id, username: me.username, full_name: me.full_name, email: me.email },
      });
    }
    toast(t("done", { count: chosen.length }));
    onClose();
  };
  return (
    <Modal title={t("title")} onClose={onClose}>
      <div className="flex shrink-0 flex-col gap-3 px-5 pb-3">
        <p className="line-clamp-2 border-s-3 border-accent ps-2.5 text-sm text-ink-2">
          {plainPreview(message.content)}
        </p>
        <SearchField label={t("search")} value={text} onChange={setText} />
      </div>
      <ul className="h-80 min-h-24 shrink thin-scroll overflow-y-auto px-3">
        {rooms.map((room) => {
          const inside = chosen.includes(room.id);
          return (
            <li key={room.id}>
              <button
                type="button"
                aria-pressed={inside}
                onClick={() => setChosen(inside ? chosen.filter((id) => id !== room.id) : [...chosen, room.id])}
                className="flex min-h-14 w-full items-center gap-3 rounded-control px-2 text-start -outline-offset-2 hover:bg-sunken"
              >
                <RoomAvatar room={room} personId={room.other_user_id} />
                <span className="min-w-0 flex-1 truncate font-medium">{room.display_name}</span>
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
        {rooms.length === 0 && <li className="p-4 text-center text-sm text-ink-2">{t("none")}</li>}
      </ul>
      <div className="flex shrink-0 flex-col border-t border-line p-5">
        <Button disabled={chosen.length === 0} onClick={send}>
          {t("send", { count: chosen.length })}
        </Button>
      </div>
    </Modal>
  );
}
