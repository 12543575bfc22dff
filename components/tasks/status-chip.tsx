"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";

const tones: Record<Task["status"], string> = {
  pending: "bg-sunken text-ink-2",
  waiting_dependency: "bg-danger-soft text-danger-ink",
  "in-progress": "bg-warning-soft text-warning-ink",
  completed: "bg-success-soft text-success-ink",
  canceled: "bg-sunken text-ink-2 line-through",
};

export function StatusChip({ status }: { status: Task["status"] }) {
  const t = useTranslations("status");
  return (
    <span className={clsx("shrink-0 rounded-full px-3 py-1 text-xs font-semibold whitespace-nowrap", tones[status])}>
      {t(status)}
    </span>
  );
}
