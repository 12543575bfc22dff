"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { keys } from "@/lib/client/keys";
import { noticesOptions, seeNotices } from "@/lib/client/notices";
import { useErrorText } from "@/lib/client/use-error-text";
import { NoticeRow } from "@/components/notifications/notice-row";
import { WarningRows } from "@/components/reports/warning-rows";
import { AppLink } from "@/components/ui/app-link";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";

/** What concerned one, newest first. Whoever looks at it has seen it; what is new stays marked while it is on screen. */
export function NoticesScreen() {
  const t = useTranslations("notices");
  const errorText = useErrorText();
  const client = useQueryClient();
  const found = useInfiniteQuery(noticesOptions);
  const notices = found.data?.pages.flatMap((page) => page.results) ?? [];
  const unseen = found.data?.pages[0]?.unread_count ?? 0;
  const newest = notices[0]?.at;
  useEffect(() => {
    if (!newest || unseen === 0) return;
    seeNotices(client, newest).catch(() => undefined);
  }, [client, newest, unseen]);
  // Next time nothing of this is new.
  useEffect(() => () => void client.invalidateQueries({ queryKey: keys.notices }), [client]);
  return (
    <Screen title={t("title")} back={<BackLink href="/chat" label={t("back")} />}>
      <WarningRows />
      {found.isLoading && <RowsSkeleton />}
      {found.error && <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && notices.length === 0 && (
        <EmptyState icon={BellRing} title={t("noneTitle")} hint={t("noneHint")} />
      )}
      {notices.length > 0 && (
        <ul className="px-2 pb-4">
          {notices.map((notice) => (
            <NoticeRow key={`${notice.kind} ${notice.at} ${notice.message?.id} ${notice.emoji}`} notice={notice} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button look="outline" className="mx-auto mb-6" onClick={() => void found.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <AppLink
        href="/settings/notifications"
        className="mx-auto mt-auto mb-6 flex min-h-11 items-center px-3 text-sm font-medium text-accent-ink underline underline-offset-4"
      >
        {t("settings")}
      </AppLink>
    </Screen>
  );
}
