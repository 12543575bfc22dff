"use client";

import { useTranslations } from "use-intl";
import { MessagesSkeleton } from "@/components/messages/messages-skeleton";

/** Shaped like what comes. */
export function ConversationSkeleton() {
  const t = useTranslations("room");
  return (
    <div role="status" aria-label={t("loading")} className="flex min-h-0 flex-1 flex-col bg-surface">
      <div className="flex h-17 shrink-0 items-center gap-3 border-b border-line px-5">
        <div className="size-11 skeleton rounded-tile" />
        <div className="flex flex-col gap-2">
          <div className="h-4 w-40 skeleton rounded-full" />
          <div className="h-3 w-24 skeleton rounded-full" />
        </div>
      </div>
      <MessagesSkeleton />
      <div className="m-4 mt-7 h-14 skeleton rounded-bubble" />
    </div>
  );
}
