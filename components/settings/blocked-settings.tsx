"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { setBlocked } from "@/lib/client/set-blocked";
import { useErrorText } from "@/lib/client/use-error-text";
import { useWhen } from "@/lib/client/use-when";
import { AppLink } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { useAct } from "@/components/ui/use-act";

/** Whom one has blocked, and the way to take it back. */
export function BlockedSettings() {
  const t = useTranslations("settings");
  const people = useTranslations("people");
  const errorText = useErrorText();
  const client = useQueryClient();
  const when = useWhen();
  const act = useAct();
  const found = useInfiniteQuery({
    queryKey: keys.blockedPeople,
    initialPageParam: 1,
    queryFn: ({ pageParam }) => call("GET /api/users/me/blocks/", { query: { page: pageParam, page_size: 50 } }),
    getNextPageParam: (page, pages) => (page.next ? pages.length + 1 : undefined),
    staleTime: 0,
  });
  const blocks = found.data?.pages.flatMap(({ results }) => results) ?? [];
  return (
    <>
      <p className="text-sm text-ink-2">{t("blockedHint")}</p>
      {found.isPending && <RowsSkeleton />}
      {found.error && <p className="text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && blocks.length === 0 && (
        <EmptyState icon={Ban} title={t("noneBlocked")} hint={t("noneBlockedHint")} />
      )}
      {blocks.length > 0 && (
        <Card of="rows">
          <ul>
            {blocks.map(({ user, created_at }) => (
              <li key={user.id} className="flex min-h-16 items-center gap-1 pe-3">
                <AppLink
                  href={`/people/${user.id}`}
                  className="flex min-h-14 min-w-0 flex-1 items-center gap-3 rounded-control px-3 py-2 -outline-offset-2 hover:bg-sunken"
                >
                  <Avatar id={user.id} name={user.full_name} />
                  <span className="flex min-w-0 flex-1 flex-col">
                    <span className="truncate text-msg font-medium">{user.full_name}</span>
                    <span className="text-xs text-ink-2">{t("blockedSince", { time: when.full(created_at) })}</span>
                  </span>
                </AppLink>
                <Button
                  look="outline"
                  onClick={() => void act(() => setBlocked(client, user.id, false))}
                  aria-label={t("unblockPerson", { name: user.full_name })}
                >
                  {people("unblock")}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found.hasNextPage && (
        <Button look="outline" className="self-center" onClick={() => void found.fetchNextPage()}>
          {t("moreBlocked")}
        </Button>
      )}
    </>
  );
}
