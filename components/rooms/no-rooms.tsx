"use client";

import { MessagesSquare, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export type RoomFilter = "all" | "unread" | "direct" | "group" | "task" | "property";

/** In the place of a list without rows: why it is empty, and what to do. */
export function NoRooms({
  filter,
  any,
  onAll,
  onNew,
  children,
}: {
  filter: RoomFilter;
  any: boolean;
  onAll: () => void;
  onNew: () => void;
  /** What else can be done. */
  children?: ReactNode;
}) {
  const t = useTranslations("chats");
  if (!any) {
    return (
      <EmptyState icon={MessagesSquare} title={t("noneTitle")} hint={t("noneHint")}>
        <Button onClick={onNew}>{t("new")}</Button>
      </EmptyState>
    );
  }
  const caught = filter === "unread";
  return (
    <EmptyState
      icon={caught ? MessagesSquare : SearchX}
      title={t(caught ? "noUnreadTitle" : "noneFoundTitle")}
      hint={t(caught ? "noUnreadHint" : "noneFoundHint")}
    >
      <Button look="outline" onClick={onAll}>
        {t("showAll")}
      </Button>
      {children}
    </EmptyState>
  );
}
