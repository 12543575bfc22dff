"use client";

import { MessageCircleOff, WifiOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { useGoToChat } from "@/lib/client/chat-address";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What stands in the place of a room that cannot be shown: it is not there for the reader, or it did not come. */
export function NoConversation({ error, onAgain }: { error: Error | null; onAgain: () => void }) {
  const t = useTranslations("room");
  const go = useGoToChat();
  const gone = error instanceof ApiError && (error.status === 403 || error.status === 404);
  return gone ? (
    <EmptyState icon={MessageCircleOff} title={t("goneTitle")} hint={t("goneHint")}>
      <Button onClick={() => go("/chat", "replace")}>{t("toList")}</Button>
    </EmptyState>
  ) : (
    <EmptyState icon={WifiOff} title={t("failedTitle")} hint={t("failedHint")}>
      <Button onClick={onAgain}>{t("tryAgain")}</Button>
    </EmptyState>
  );
}
