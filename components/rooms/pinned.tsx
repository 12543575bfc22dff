"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { Room } from "@/lib/contract/shapes";
import { useBlocked } from "@/lib/client/blocked";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { pinnedOptions } from "@/lib/client/pinned-options";
import { plainPreview } from "@/lib/client/plain-preview";
import { useWhen } from "@/lib/client/use-when";
import { Section } from "@/components/ui/section";

/** Every pinned message of the room, the newest first. */
export function Pinned({ room }: { room: Room }) {
  const t = useTranslations("room");
  const message = useTranslations("message");
  const when = useWhen();
  const go = useGoToChat();
  const blocked = useBlocked();
  const { data } = useQuery(pinnedOptions(room.id));
  const pinned = (data?.messages ?? []).filter((one) => one.pinned_at !== null && !one.is_deleted);
  if (pinned.length === 0) return null;
  return (
    <Section title={t("pinned")} count={pinned.length}>
      <ul className="flex flex-col gap-2">
        {pinned.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => go(chatPath(room.id, { message: one.id, thread: one.thread_root_id }))}
              className="w-full rounded-control bg-sunken px-3 py-2.5 text-start"
            >
              <span className="line-clamp-3 text-sm [overflow-wrap:anywhere]">
                {blocked.includes(one.sender?.id ?? 0)
                  ? message("folded")
                  : plainPreview(one.content) || message("file")}
              </span>
              <span className="text-xs text-ink-2">
                {one.sender?.full_name ?? message("someone")} · {when.short(one.created_at)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
