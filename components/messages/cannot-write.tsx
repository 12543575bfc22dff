"use client";

import { useTranslations } from "use-intl";
import { silencedForGood } from "@/lib/contract/silenced-for-good";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";

/** Why one cannot write here, and until when. */
export function CannotWrite() {
  const t = useTranslations("room");
  const when = useWhen();
  const { room, me, canReact } = useConversation();
  const until = room.participants.find(({ user }) => user.id === me.id)?.silenced_until;
  if (!room.is_active) return t("archived");
  if (me.role === "viewer") return t("viewer");
  if (canReact || !until) return t("onlyAdmins");
  return until === silencedForGood ? t("silencedForGood") : t("silencedUntil", { time: when.full(until) });
}
