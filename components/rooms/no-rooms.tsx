"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** For whoever is in no chat yet: how to begin one. */
export function NoRooms({ onNew }: { onNew: () => void }) {
  const t = useTranslations("chats");
  return (
    <EmptyState icon={MessagesSquare} title={t("noneTitle")} hint={t("noneHint")}>
      <Button onClick={onNew}>{t("new")}</Button>
    </EmptyState>
  );
}
