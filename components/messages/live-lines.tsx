"use client";

import type { Timeline } from "@/lib/client/timeline";
import { useChatAddress } from "@/lib/client/chat-address";
import { Announcer } from "@/components/messages/announcer";
import { TypingLine } from "@/components/messages/typing-line";

/** What is told as it happens under the messages of a room: who types, and to those who listen what was written. */
export function LiveLines({ timeline }: { timeline: Timeline }) {
  const { thread } = useChatAddress();
  return (
    <>
      <TypingLine />
      <Announcer timeline={timeline} elsewhere={thread} />
    </>
  );
}
