"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { useWhen } from "@/lib/client/use-when";
import { Listed } from "@/components/admin/listed";

/** What did not reach its device, and what its push service said. */
export function PushFailureList() {
  const t = useTranslations("admin.pushed");
  const when = useWhen();
  const [page, setPage] = useState(1);
  const found = useQuery({
    queryKey: ["admin", "push", "failures", page],
    queryFn: () => call("GET /api/admin/push/failures/", { query: { page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <Listed label={t("lists.failures")} found={found} page={page} onPage={setPage} keyOf={({ id }) => id}>
      {({ at, user, platform, about, status, reason, tries }) => (
        <div className="flex min-h-16 flex-col justify-center px-3 py-2">
          <span className="text-msg font-medium [overflow-wrap:anywhere]">{user.full_name}</span>
          <span className="text-xs text-ink-2">
            {[
              ...(platform ? [t(`platforms.${platform}`)] : []),
              t(`abouts.${about}`),
              t("tries", { count: tries }),
              when.full(at),
            ].join(" · ")}
          </span>
          <span className="text-xs [overflow-wrap:anywhere] text-danger-ink">
            {[t(`outcomes.${status}`), ...(reason ? [reason] : [])].join(": ")}
          </span>
        </div>
      )}
    </Listed>
  );
}
