"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { useWhen } from "@/lib/client/use-when";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

const MEGA = 1_000_000;

/** How the installation is, asked anew every ten seconds while one looks. */
export function SystemFacts() {
  const t = useTranslations("admin.state");
  const errorText = useErrorText();
  const format = useFormatter();
  const when = useWhen();
  const { data, error, isPending } = useQuery({
    queryKey: ["admin", "system"],
    queryFn: () => call("GET /api/admin/system/"),
    refetchInterval: 10_000,
    staleTime: 0,
  });
  if (isPending) return <RowsSkeleton />;
  if (!data) return <p className="text-sm text-danger-ink">{errorText(error)}</p>;
  const size = (bytes: number) =>
    format.number(bytes / MEGA, { style: "unit", unit: "megabyte", maximumFractionDigits: bytes < 10 * MEGA ? 1 : 0 });
  const { versions, process, database, queue, storage, counts } = data;
  const parts: [title: string, facts: [string, string][]][] = [
    [
      t("versions"),
      [
        [t("app"), versions.app],
        ["Node.js", versions.node],
        ["PostgreSQL", versions.database],
      ],
    ],
    [
      t("server"),
      [
        [t("started"), when.full(process.started_at)],
        [t("memory"), size(process.memory_bytes)],
        [t("sockets"), format.number(process.sockets)],
        [t("connected"), format.number(process.people_connected)],
      ],
    ],
    [
      t("database"),
      [
        [t("size"), size(database.size_bytes)],
        [t("connections"), format.number(database.connections)],
        [t("answers"), format.number(database.answer_ms, { style: "unit", unit: "millisecond" })],
        [t("migrations"), format.number(database.migrations)],
        [t("where"), t(database.embedded ? "embedded" : "managed")],
      ],
    ],
    [
      t("queue"),
      [
        [t("waiting"), format.number(queue.waiting)],
        [t("failing"), format.number(queue.failing)],
        ...(queue.oldest_at === null ? [] : [[t("oldest"), when.full(queue.oldest_at)] as [string, string]]),
      ],
    ],
    [
      t("storage"),
      [
        [t("where"), t(storage.kind)],
        [t("files"), format.number(storage.files)],
        [t("size"), size(storage.bytes)],
        ...(storage.free_bytes === null ? [] : [[t("free"), size(storage.free_bytes)] as [string, string]]),
      ],
    ],
    [
      t("counts"),
      [
        [t("people"), t("ofActive", { count: counts.people, active: counts.active_people })],
        [t("rooms"), format.number(counts.rooms)],
        [t("messages"), format.number(counts.messages)],
        [t("audit"), format.number(counts.audit)],
      ],
    ],
  ];
  return parts.map(([title, facts]) => (
    <Card key={title} of="lines">
      <h2 className="text-base font-semibold">{title}</h2>
      <Facts facts={facts} />
    </Card>
  ));
}
