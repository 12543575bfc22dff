"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { connection } from "@/lib/client/connection";
import { usePendingChange } from "@/lib/client/use-pending-change";
import { NotSent } from "@/components/messages/not-sent";

/** Under a message whose change has not reached the server: that it waits, or that it was refused. */
export function PendingChange({ message }: { message: Message }) {
  const t = useTranslations("message");
  const change = usePendingChange(message);
  const away = connection.use((state) => state === "offline" || state === "connecting");
  if (change?.state === "failed") return <NotSent entry={change} />;
  if (!change || !away) return null;
  return (
    <p className="mt-0.5 flex items-center gap-1.5 px-1 text-xs text-ink-2">
      <Clock aria-hidden className="size-3.5" strokeWidth={2} />
      {t("changeWaiting")}
    </p>
  );
}
