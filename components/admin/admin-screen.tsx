"use client";

import {
  Activity,
  BellRing,
  ChevronRight,
  Flag,
  Funnel,
  Hourglass,
  type LucideIcon,
  MessagesSquare,
  ScrollText,
  Settings2,
  TabletSmartphone,
  Ticket,
  Users,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { Accounts } from "@/components/admin/accounts";
import type { AdminPart } from "@/components/admin/admin-parts";
import { AllRooms } from "@/components/admin/all-rooms";
import { AuditLog } from "@/components/admin/audit-log";
import { WordFilter } from "@/components/admin/word-filter";
import { HeldTexts } from "@/components/admin/held-texts";
import { HouseSettings } from "@/components/admin/house-settings";
import { Invites } from "@/components/admin/invites";
import { PushRecords } from "@/components/admin/push-records";
import { Reports } from "@/components/admin/reports";
import { SharedDevices } from "@/components/admin/shared-devices";
import { SystemFacts } from "@/components/admin/system-facts";
import { WaitingBadge } from "@/components/reports/waiting-badge";
import { AppLink } from "@/components/ui/app-link";
import { BackLink } from "@/components/ui/back-link";
import { Card } from "@/components/ui/card";
import { Screen } from "@/components/ui/screen";

const icons: Record<AdminPart, LucideIcon> = {
  people: Users,
  invites: Ticket,
  devices: TabletSmartphone,
  rooms: MessagesSquare,
  push: BellRing,
  reports: Flag,
  held: Hourglass,
  filter: Funnel,
  audit: ScrollText,
  system: Activity,
  settings: Settings2,
};

/** The administration: the way to its parts, or one of them. */
export function AdminScreen({ parts, part }: { parts: AdminPart[]; part: AdminPart | null }) {
  const t = useTranslations("admin");
  const back = part ? <BackLink href="/admin" label={t("back")} /> : <BackLink href="/me" label={t("toMe")} />;
  return (
    <Screen title={t(part ?? "title")} back={back}>
      <div className="flex flex-col gap-4 px-4 pt-2 pb-8">
        {part ? (
          <Part part={part} />
        ) : (
          <nav aria-label={t("title")}>
            <Card of="rows">
              {parts.map((one) => {
                const Icon = icons[one];
                return (
                  <AppLink
                    key={one}
                    href={`/admin/${one}`}
                    className="flex min-h-16 items-center gap-4 rounded-control px-3.5 -outline-offset-2 hover:bg-sunken"
                  >
                    <Icon aria-hidden className="size-5 shrink-0 text-ink-2" strokeWidth={1.8} />
                    <span className="flex flex-1 flex-col py-2">
                      <span className="text-msg font-medium">{t(one)}</span>
                      <span className="text-xs text-ink-2">{t(`hints.${one}`)}</span>
                    </span>
                    {(one === "reports" || one === "held") && <WaitingBadge of={[one]} />}
                    <ChevronRight aria-hidden className="size-4.5 text-ink-2 rtl:-scale-x-100" />
                  </AppLink>
                );
              })}
            </Card>
          </nav>
        )}
      </div>
    </Screen>
  );
}

function Part({ part }: { part: AdminPart }) {
  switch (part) {
    case "people":
      return <Accounts />;
    case "invites":
      return <Invites />;
    case "devices":
      return <SharedDevices />;
    case "rooms":
      return <AllRooms />;
    case "push":
      return <PushRecords />;
    case "reports":
      return <Reports />;
    case "held":
      return <HeldTexts />;
    case "filter":
      return <WordFilter />;
    case "audit":
      return <AuditLog />;
    case "system":
      return <SystemFacts />;
    case "settings":
      return <HouseSettings />;
  }
}
