"use client";

import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { Avatar } from "@/components/ui/avatar";
import { Modal } from "@/components/ui/modal";

/** Who has read a message and when, and who has not yet. */
export function Readers({ message, onClose }: { message: Message; onClose: () => void }) {
  const t = useTranslations("message");
  const when = useWhen();
  const { room, nameOf } = useConversation();
  const readers = Object.entries(message.read_by)
    .map(([id, time]) => ({ id: Number(id), name: nameOf(Number(id)) || t("someone"), time }))
    .toSorted((a, b) => a.time.localeCompare(b.time));
  const others = room.participants
    .map(({ user }) => user)
    .filter((user) => user.id !== message.sender?.id && message.read_by[String(user.id)] === undefined)
    .toSorted((a, b) => a.full_name.localeCompare(b.full_name));
  return (
    <Modal title={t("readers")} onClose={onClose}>
      <div className="thin-scroll overflow-y-auto px-5 pb-5">
        <ul>
          {readers.map(({ id, name, time }) => (
            <li key={id} className="flex min-h-13 items-center gap-3">
              <Avatar id={id} name={name} size="sm" />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <time dateTime={time} className="text-sm text-ink-2 tabular-nums">
                {when.full(time)}
              </time>
            </li>
          ))}
          {readers.length === 0 && <li className="py-2 text-sm text-ink-2">{t("readersNone")}</li>}
        </ul>
        {others.length > 0 && (
          <>
            <h3 className="pt-4 pb-1 text-xs font-semibold text-ink-2">{t("notYet")}</h3>
            <ul>
              {others.map((user) => (
                <li key={user.id} className="flex min-h-13 items-center gap-3 text-ink-2">
                  <Avatar id={user.id} name={user.full_name} size="sm" />
                  <span className="min-w-0 flex-1 truncate">{user.full_name}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Modal>
  );
}
