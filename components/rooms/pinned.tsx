"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Room } from "@/lib/contract/shapes";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { timelineOptions } from "@/lib/client/queries";
import { useWhen } from "@/lib/client/use-when";

/** The pinned messages among those that are loaded. */
export function Pinned({ room }: { room: Room }) {
  const t = useTranslations("room");
  const message = useTranslations("message");
  const when = useWhen();
  const go = useGoToChat();
  const client = useQueryClient();
  const { data } = useQuery({ ...timelineOptions(client, room.id), enabled: false });
  const pinned = (data?.messages ?? []).filter((one) => one.pinned_at !== null && !one.is_deleted);
  if (pinned.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xs font-semibold text-ink-2">
        {t("pinned")} · {pinned.length}
      </h2>
      <ul className="flex flex-col gap-2">
        {pinned.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => go(chatPath(room.id, { message: one.id }))}
              className="w-full rounded-control bg-sunken px-3 py-2.5 text-start"
            >
              <span className="line-clamp-3 text-sm [overflow-wrap:anywhere]">{one.content}</span>
              <span className="text-xs text-ink-2">
                {one.sender?.full_name ?? message("someone")} · {when.short(one.created_at)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
