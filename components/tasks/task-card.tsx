"use client";

import { Clock, MessageCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { StatusChip } from "@/components/tasks/status-chip";
import { TaskIcon } from "@/components/tasks/task-icon";
import { Button } from "@/components/ui/button";

export function TaskCard({ task, onDiscuss }: { task: Task; onDiscuss: (() => void) | null }) {
  const t = useTranslations("tasks");
  const when = useWhen();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-bubble border border-line bg-surface p-3">
      <TaskIcon type={task.task_type} />
      <div className="min-w-0 flex-1 basis-48">
        <h2 className="truncate text-msg font-semibold">{task.title}</h2>
        <p className="flex items-center gap-1.5 text-sm text-ink-2">
          <Clock aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">
            {task.due_date ? t("due", { date: when.full(task.due_date) }) : t("noDue")} ·{" "}
            {task.assigned_to?.full_name ?? t("unassigned")}
          </span>
        </p>
      </div>
      <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-between">
        <StatusChip status={task.status} />
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
