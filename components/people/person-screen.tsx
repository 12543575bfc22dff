"use client";

import { Flag, Mail, MessageCircle } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { DirectoryUser } from "@/lib/contract/shapes";
import { useOnline } from "@/lib/client/presence";
import { useMe, useRooms } from "@/lib/client/queries";
import { chatPath } from "@/lib/client/chat-address";
import { useOpenDirect } from "@/lib/client/use-open-room";
import { useWhen } from "@/lib/client/use-when";
import { BlockButton } from "@/components/people/block-button";
import { Avatar } from "@/components/ui/avatar";
import { AppLink } from "@/components/ui/app-link";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Screen } from "@/components/ui/screen";
import { useAct } from "@/components/ui/use-act";

const ReportDialog = lazy(() =>
  import("@/components/reports/report-dialog").then((module) => ({ default: module.ReportDialog })),
);

/** Who somebody is, whether they are there, and the way to write to them. */
export function PersonScreen({ person }: { person: DirectoryUser }) {
  const t = useTranslations("people");
  const role = useTranslations("role");
  const group = useTranslations("group");
  const report = useTranslations("report");
  const [reporting, setReporting] = useState(false);
  const me = useMe();
  const when = useWhen();
  const act = useAct();
  const openDirect = useOpenDirect();
  const online = useOnline(person.id, person.presence.status === "online");
  const held = useRooms().items.find((room) => room.other_user_id === person.id);
  const seen = person.presence.last_active_at;
  const status = online
    ? t("online")
    : person.presence.status === "dnd"
      ? t("dnd")
      : seen
        ? t("lastSeen", { time: when.full(seen) })
        : t("offline");
  return (
    <Screen title={person.full_name} back={<BackLink href="/people" label={t("back")} />}>
      <div className="flex flex-col gap-4 px-4 pt-1 pb-8">
        <Card>
          <div className="flex items-center gap-4">
            <Avatar id={person.id} name={person.full_name} size="xl" online={online} />
            <div className="flex min-w-0 flex-col gap-0.5">
              <p className="text-msg font-medium">{status}</p>
              {person.presence.on_duty && <p className="text-sm text-success-ink">{t("onDuty")}</p>}
            </div>
          </div>
          <Facts
            facts={[
              [t("username"), `@${person.username}`],
              [t("role"), role(person.role)],
              [t("team"), group(person.task_group)],
              ...(person.email ? [[t("email"), person.email] as [string, string]] : []),
            ]}
          />
          {person.id !== me.id && (
            <div className="flex flex-wrap gap-2">
              {held ? (
                <AppLink
                  href={chatPath(held.id)}
                  className="inline-flex min-h-11 items-center gap-2 rounded-control bg-accent px-4 text-sm font-semibold text-on-accent hover:bg-accent-press"
                >
                  <MessageCircle aria-hidden className="size-4.5" strokeWidth={1.8} />
                  {t("message")}
                </AppLink>
              ) : (
                me.role !== "viewer" && (
                  <Button onClick={() => void act(() => openDirect(person.id))}>
                    <MessageCircle aria-hidden className="size-4.5" strokeWidth={1.8} />
                    {t("message")}
                  </Button>
                )
              )}
              {person.email && (
                <a
                  href={`mailto:${person.email}`}
                  className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line px-4 text-sm font-semibold hover:bg-sunken"
                >
                  <Mail aria-hidden className="size-4.5" strokeWidth={1.8} />
                  {t("mail")}
                </a>
              )}
            </div>
          )}
        </Card>
        {person.id !== me.id && (
          <div className="flex flex-wrap gap-2">
            <BlockButton person={person} />
            <Button look="outline" className="text-danger-ink" onClick={() => setReporting(true)}>
              <Flag aria-hidden className="size-4.5" strokeWidth={1.8} />
              {report("person")}
            </Button>
          </div>
        )}
      </div>
      {reporting && (
        <Suspense>
          <ReportDialog about={{ person: person.id, name: person.full_name }} onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </Screen>
  );
}
