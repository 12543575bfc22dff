"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { roleMay } from "@/lib/contract/permissions";
import { openReportsOptions } from "@/lib/client/moderation";
import { useMe } from "@/lib/client/queries";
import { UnreadBadge } from "@/components/ui/unread-badge";

/** How many reports wait for the reader; nothing for whoever decides about none. */
export function OpenReportsBadge() {
  const t = useTranslations("report");
  const me = useMe();
  const { data: count = 0 } = useQuery({ ...openReportsOptions, enabled: roleMay(me.role, "reports.decide") });
  return <UnreadBadge count={count} label={t("openCount", { count })} />;
}
