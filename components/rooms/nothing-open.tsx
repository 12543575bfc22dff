"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { makingChat } from "@/lib/client/making-chat";
import { useRooms } from "@/lib/client/queries";
import { NoRooms } from "@/components/rooms/no-rooms";
import { EmptyState } from "@/components/ui/empty-state";

/** In the place of a conversation, beside the list: what to do next. */
export function NothingOpen() {
  const t = useTranslations("chats");
  return useRooms().items.length > 0 ? (
    <EmptyState icon={MessagesSquare} title={t("pickTitle")} hint={t("pickHint")} />
  ) : (
    <NoRooms onNew={() => makingChat.set(true)} />
  );
}
