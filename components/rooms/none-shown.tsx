"use client";

import { MessagesSquare, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export type RoomFilter = "all" | "unread" | "direct" | "group" | "task" | "property";

/** In the place of a list of which the filter shows nothing: why it is empty, and what to do. */
export function NoneShown({
  filter,
  onAll,
  children,
}: {
  filter: RoomFilter;
  onAll: () => void;
  /** What else can be done. */
  children?: ReactNode;
}) {
  const t = useTranslations("chats");
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
