"use client";

import { Clock, MessageCircle, UserRound } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";
import { StatusMenu } from "@/components/tasks/status-menu";
import { TaskIcon } from "@/components/tasks/task-icon";
import { AppLink } from "@/components/ui/app-link";
import { IconButton } from "@/components/ui/icon-button";

/** A task in a list: the way to its page, its state, and the chat about it. */
export function TaskCard({ task, onDiscuss }: { task: Task; onDiscuss: (() => void) | null }) {
  const t = useTranslations("tasks");
  const when = useWhen();
  return (
    <li className="relative flex items-center gap-3 rounded-bubble border border-line bg-surface p-3 transition-colors hover:bg-raised hover:shadow-card">
      <TaskIcon type={task.task_type} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-msg font-semibold">
          <AppLink
            href={`/tasks/${task.id}`}
            className="after:absolute after:inset-0 after:rounded-bubble focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {task.title}
          </AppLink>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
          <span className="flex items-center gap-1.5">
            <Clock aria-hidden className="size-3.5 shrink-0" />
            {task.due_date ? t("due", { date: when.full(task.due_date) }) : t("noDue")}
          </span>
          <span className="flex min-w-0 items-center gap-1.5">
            <UserRound aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{task.assigned_to?.full_name ?? t("unassigned")}</span>
          </span>
        </p>
        <div className="relative z-10 mt-2 w-fit sm:hidden">
          <StatusMenu task={task} />
        </div>
      </div>
      <div className="relative z-10 max-sm:hidden">
        <StatusMenu task={task} />
      </div>
      {onDiscuss && (
        <IconButton
          icon={MessageCircle}
          label={t("discussTask", { title: task.title })}
          onClick={onDiscuss}
          className="relative z-10"
        />
      )}
    </li>
  );
}
