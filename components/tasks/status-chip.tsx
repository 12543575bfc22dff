"use client";

import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";

const tones: Record<Task["status"], string> = {
  pending: "bg-sunken text-ink-2",
  waiting_dependency: "bg-danger-soft text-danger-ink",
  "in-progress": "bg-warning-soft text-warning-ink",
  completed: "bg-success-soft text-success-ink",
  canceled: "bg-sunken text-ink-2",
};

export function StatusChip({ status, icon: Icon }: { status: Task["status"]; icon?: LucideIcon }) {
  const t = useTranslations("status");
  return (
    <span
      className={clsx(
        "inline-flex min-h-7 shrink-0 items-center gap-1.5 rounded-full px-3 text-xs font-semibold whitespace-nowrap",
        tones[status],
      )}
    >
      <span className={status === "canceled" ? "line-through" : undefined}>{t(status)}</span>
      {Icon && <Icon aria-hidden className="-me-1 size-4" strokeWidth={2} />}
    </span>
  );
}
