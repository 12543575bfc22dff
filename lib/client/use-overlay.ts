import { useMemo } from "react";
import type { Message } from "@/lib/contract/shapes";
import { outbox } from "@/lib/client/outbox";
import { overlay } from "@/lib/client/overlay";

/** The room's messages with what waits in the outbox laid over them. */
export function useOverlay(messages: Message[], room: string, me: number): ReturnType<typeof overlay> {
  const entries = outbox.use((all) => all);
  return useMemo(
    () =>
      overlay(
        messages,
        entries.filter((entry) => entry.room === room),
        me,
      ),
    [messages, entries, room, me],
  );
}
