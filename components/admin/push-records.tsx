"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { PushFacts } from "@/lib/contract/push-record";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { PushDeviceList } from "@/components/admin/push-device-list";
import { PushFailureList } from "@/components/admin/push-failure-list";
import { Card } from "@/components/ui/card";
import { Chips } from "@/components/ui/chips";
import { Facts } from "@/components/ui/facts";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

const lists = ["all", "failing", "failures"] as const;
const outcomes = ["accepted", "queued", "sent", "skipped", "gone", "failed"] as const;
const platforms = ["web", "android", "ios"] as const;

/** Who is notified where, what came of it within a day, and what did not arrive. Asked anew every half minute. */
export function PushRecords() {
  const t = useTranslations("admin.pushed");
  const errorText = useErrorText();
  const [list, setList] = useState<(typeof lists)[number]>("all");
  const { data, error, isPending } = useQuery({
    queryKey: ["admin", "push"],
    queryFn: () => call("GET /api/admin/push/"),
    refetchInterval: 30_000,
    staleTime: 0,
  });
  return (
    <>
      {isPending && <RowsSkeleton />}
      {error && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(error)}
        </p>
      )}
      {data && <Outcomes facts={data} />}
      <div className="-mx-4">
        <Chips
          label={t("show")}
          value={list}
          chips={lists.map((value) => ({ value, label: t(`lists.${value}`) }))}
          onChange={setList}
        />
      </div>
      {list === "failures" ? <PushFailureList /> : <PushDeviceList key={list} status={list} />}
    </>
  );
}

function Outcomes({ facts: { day, devices, phones, mail } }: { facts: PushFacts }) {
  const t = useTranslations("admin.pushed");
  const format = useFormatter();
  return (
    <>
      <Card of="lines">
        <h2 className="text-base font-semibold">{t("day")}</h2>
        <Facts facts={outcomes.map((outcome) => [t(`outcomes.${outcome}`), format.number(day[outcome])])} />
      </Card>
      <Card of="lines">
        <h2 className="text-base font-semibold">{t("devices")}</h2>
        <Facts
          facts={[
            ...platforms.map((one): [string, string] => [t(`platforms.${one}`), format.number(devices[one])]),
            [t("lists.failing"), format.number(devices.failing)],
            [t("phones"), t(phones ? "on" : "off")],
            [t("mail"), t(mail ? "on" : "off")],
          ]}
        />
      </Card>
    </>
  );
}
