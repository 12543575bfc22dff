"use client";

import clsx from "clsx";
import {
  BrushCleaning,
  ClipboardCheck,
  Clock,
  FileText,
  type LucideIcon,
  MessageCircle,
  PackageOpen,
  Shapes,
  WashingMachine,
  Waves,
  Wrench,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { Button } from "@/components/ui/button";

const icons: Record<Task["task_type"], LucideIcon> = {
  administration: FileText,
  cleaning: BrushCleaning,
  maintenance: Wrench,
  laundry: WashingMachine,
  lawn_pool: Waves,
  inspection: ClipboardCheck,
  preparation: PackageOpen,
  other: Shapes,
};

const tones: Record<Task["status"], string> = {
  pending: "bg-sunken text-ink-2",
  waiting_dependency: "bg-warning-soft text-warning-ink",
  "in-progress": "bg-accent-soft text-accent-ink",
  completed: "bg-success-soft text-success-ink",
  canceled: "bg-sunken text-ink-2 line-through",
};

export function TaskCard({ task, onDiscuss }: { task: Task; onDiscuss: (() => void) | null }) {
  const t = useTranslations("tasks");
  const status = useTranslations("status");
  const type = useTranslations("taskType");
  const when = useWhen();
  const Icon = icons[task.task_type];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-bubble border border-line bg-surface p-3">
      <span className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-tint-task text-on-tint">
        <Icon role="img" aria-label={type(task.task_type)} className="size-5.5" strokeWidth={1.8} />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <h2 className="truncate text-msg font-semibold">{task.title}</h2>
        <p className="flex items-center gap-1.5 truncate text-sm text-ink-2">
          <Clock aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">
            {task.due_date ? t("due", { date: when.full(task.due_date) }) : t("noDue")} ·{" "}
            {task.assigned_to?.full_name ?? t("unassigned")}
          </span>
        </p>
      </div>
      <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between">
        <span className={clsx("rounded-full px-3 py-1 text-xs font-semibold whitespace-nowrap", tones[task.status])}>
          {status(task.status)}
        </span>
        {onDiscuss && (
          <Button look="outline" onClick={onDiscuss} aria-label={t("discussTask", { title: task.title })}>
            <MessageCircle aria-hidden className="size-4" />
            {t("discuss")}
          </Button>
        )}
      </div>
    </li>
  );
}
