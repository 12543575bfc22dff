"use client";

import { useTranslations } from "use-intl";
import type { Timeline } from "@/lib/client/timeline";
import { Composer } from "@/components/messages/composer";
import { useConversation, type Writing } from "@/components/messages/conversation-context";

/** Where one writes, or why one cannot. */
export function WritingPlace(props: { writing: Writing; onDone: () => void; timeline: Timeline }) {
  const t = useTranslations("room");
  const { room, canWrite } = useConversation();
  if (canWrite) return <Composer {...props} />;
  return (
    <p className="border-t border-line px-5 py-4 safe-bottom text-center text-sm text-ink-2">
      {t(room.is_active ? "viewer" : "archived")}
    </p>
  );
}
