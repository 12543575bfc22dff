"use client";

import clsx from "clsx";
import { Check, CloudOff, LogIn, type LucideIcon, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { connection } from "@/lib/client/connection";
import { outbox } from "@/lib/client/outbox";
import { isMessage } from "@/lib/client/outbox-changes";

/** Says the truth about the connection, and nothing while all is well. It stands in a live region. */
export function ConnectionLine() {
  const t = useTranslations("connection");
  const state = connection.use((now) => now);
  const count = outbox.use(
    (entries) => entries.filter((entry) => isMessage(entry) && entry.state === "waiting").length,
  );
  const changes = outbox.use((entries) => entries.some((entry) => entry.kind !== "read" && entry.state === "waiting"));
  switch (state) {
    case "offline":
      return (
        <Line tone="bg-warning-soft text-warning-ink" icon={CloudOff}>
          {count > 0 ? t("offlineWaiting", { count }) : t(changes ? "offlineChanges" : "offline")}
        </Line>
      );
    case "connecting":
      return (
        <Line tone="bg-warning-soft text-warning-ink" icon={RefreshCw} spins>
          {count > 0 ? t("connectingWaiting", { count }) : t("connecting")}
        </Line>
      );
    case "back":
      return (
        <Line tone="bg-success-soft text-success-ink" icon={Check}>
          {t("back")}
        </Line>
      );
    case "signed-out":
      return (
        <Line tone="bg-danger-soft text-danger-ink" icon={LogIn}>
          {t("signedOut")}{" "}
          <a href="/sign-in" className="font-semibold underline">
            {t("signIn")}
          </a>
        </Line>
      );
    default:
      return null;
  }
}

type LineProps = { tone: string; icon: LucideIcon; spins?: boolean; children: ReactNode };

function Line({ tone, icon: Icon, spins = false, children }: LineProps) {
  return (
    <div className={`flex min-h-9 arrive items-center justify-center gap-2.5 px-4 py-1.5 text-sm font-medium ${tone}`}>
      <Icon aria-hidden className={clsx("size-4.5", spins && "animate-spin")} strokeWidth={1.8} />
      <span>{children}</span>
    </div>
  );
}
