"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { roleMay } from "@/lib/contract/permissions";
import { openReportsOptions, waitingHeldOptions } from "@/lib/client/moderation";
import { useMe } from "@/lib/client/queries";
import { UnreadBadge } from "@/components/ui/unread-badge";

type Of = "reports" | "held";

/** How much of it waits for the reader; nothing for whoever decides about none. */
export function WaitingBadge({ of }: { of: Of[] }) {
  const t = useTranslations("report");
  const me = useMe();
  const decides = roleMay(me.role, "reports.decide");
  const counts: Record<Of, number> = {
    reports: useQuery({ ...openReportsOptions, enabled: decides && of.includes("reports") }).data ?? 0,
    held: useQuery({ ...waitingHeldOptions, enabled: decides && of.includes("held") }).data ?? 0,
  };
  const count = of.reduce((sum, one) => sum + counts[one], 0);
  return <UnreadBadge count={count} label={t(of.includes("held") ? "waitingCount" : "openCount", { count })} />;
}
