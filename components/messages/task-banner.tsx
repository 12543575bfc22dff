"use client";

import { useQuery } from "@tanstack/react-query";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { dayKey, useWhen } from "@/lib/client/use-when";
import { taskOptions } from "@/lib/client/work-queries";
import { bannerLook } from "@/components/messages/banner-look";
import { StatusMenu } from "@/components/tasks/status-menu";
import { TaskIcon } from "@/components/tasks/task-icon";
import { AppLink } from "@/components/ui/app-link";

/** The task that the room is about: its state always in sight, and changed from here. */
export function TaskBanner({ id }: { id: number }) {
  const t = useTranslations("tasks");
  const when = useWhen();
  const { data: task } = useQuery(taskOptions(id));
  const timeZone = useTimeZone();
  const now = useNow();
  // Beside the state there is no room on a phone for the day that everybody knows.
  const today = task?.due_date != null && dayKey(task.due_date, timeZone) === dayKey(now, timeZone);
  return (
    <div className={bannerLook.card}>
      {task && (
        <>
          <TaskIcon type={task.task_type} />
          <span className="min-w-0 flex-1">
            <AppLink
              href={`/tasks/${id}`}
              className={`line-clamp-2 text-msg leading-5 font-semibold ${bannerLook.link}`}
            >
              {task.title}
            </AppLink>
            <span className="block truncate text-sm text-ink-2">
              {task.due_date
                ? t("due", { date: today ? when.clock(task.due_date) : when.full(task.due_date) })
                : t("noDue")}
              {task.assigned_to && ` · ${task.assigned_to.full_name}`}
            </span>
          </span>
          <span className="relative z-10">
            <StatusMenu task={task} />
          </span>
        </>
      )}
    </div>
  );
}
