"use client";

import { Check, CloudOff, LogIn, RefreshCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { connection } from "@/lib/client/connection";
import { outbox } from "@/lib/client/outbox";
import { isMessage } from "@/lib/client/outbox-changes";

/** Says the truth about the connection, and nothing while all is well. */
export function ConnectionLine() {
  const t = useTranslations("connection");
  const state = connection.use((now) => now);
  const count = outbox.use(
    (entries) => entries.filter((entry) => isMessage(entry) && entry.state === "waiting").length,
  );
  const changes = outbox.use((entries) => entries.some((entry) => entry.kind !== "read" && entry.state === "waiting"));
  return (
    <div role="status" className="shrink-0">
      {state === "offline" && (
        <Line
          tone="bg-warning-soft text-warning-ink"
          icon={<CloudOff aria-hidden className="size-4.5" strokeWidth={1.8} />}
        >
          {count > 0 ? t("offlineWaiting", { count }) : t(changes ? "offlineChanges" : "offline")}
        </Line>
      )}
      {state === "connecting" && (
        <Line
          tone="bg-warning-soft text-warning-ink"
          icon={<RefreshCw aria-hidden className="size-4.5 animate-spin" strokeWidth={1.8} />}
        >
          {count > 0 ? t("connectingWaiting", { count }) : t("connecting")}
        </Line>
      )}
      {state === "back" && (
        <Line
          tone="bg-success-soft text-success-ink"
          icon={<Check aria-hidden className="size-4.5" strokeWidth={1.8} />}
        >
          {t("back")}
        </Line>
      )}
      {state === "signed-out" && (
        <Line tone="bg-danger-soft text-danger-ink" icon={<LogIn aria-hidden className="size-4.5" strokeWidth={1.8} />}>
          {t("signedOut")}{" "}
          <a href="/sign-in" className="font-semibold underline">
            {t("signIn")}
          </a>
        </Line>
      )}
    </div>
  );
}

function Line({ tone, icon, children }: { tone: string; icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className={`flex min-h-9 arrive items-center justify-center gap-2.5 px-4 py-1.5 text-sm font-medium ${tone}`}>
      {icon}
      <span>{children}</span>
    </div>
  );
}
