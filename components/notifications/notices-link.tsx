"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "use-intl";
import { noticesOptions } from "@/lib/client/notices";
import { AppLink } from "@/components/ui/app-link";
import { UnreadBadge } from "@/components/ui/unread-badge";

/** The way to what concerned one, with how much of it is unseen. */
export function NoticesLink() {
  const t = useTranslations("notices");
  const count = useInfiniteQuery(noticesOptions).data?.pages[0]?.unread_count ?? 0;
  return (
    <AppLink
      href="/notifications"
      aria-label={count > 0 ? t("linkUnread", { count }) : t("title")}
      title={t("title")}
      className="relative flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunken"
    >
      <Bell aria-hidden className="size-5.5" strokeWidth={1.8} />
      {count > 0 && (
        <span aria-hidden className="absolute end-0 top-0">
          <UnreadBadge count={count} label="" />
        </span>
      )}
    </AppLink>
  );
}
