"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { chatPath, isPlainClick, useGoToChat } from "@/lib/client/chat-address";
import { keys } from "@/lib/client/keys";
import { useWhen } from "@/lib/client/use-when";
import { useConversation } from "@/components/messages/conversation-context";
import { StatusChip } from "@/components/tasks/status-chip";
import { TaskIcon } from "@/components/tasks/task-icon";

/** What the room is about, always in sight where the details are not. */
export function TaskBanner({ id }: { id: number }) {
  const t = useTranslations("tasks");
  const when = useWhen();
  const go = useGoToChat();
  const { room } = useConversation();
  const { data: task } = useQuery({ queryKey: keys.task(id), queryFn: () => api.task(id) });
  const details = chatPath(room.id, { details: true });
  return (
    <a
      href={details}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        go(details);
      }}
      className="mx-3 mt-3 flex min-h-17 shrink-0 items-center gap-3 rounded-bubble border border-line bg-raised px-3 py-2.5 shadow-card md:mx-5"
    >
      {task && (
        <>
          <TaskIcon type={task.task_type} />
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 text-msg leading-5 font-semibold">{task.title}</span>
            <span className="block truncate text-sm text-ink-2">
              {task.due_date ? t("due", { date: when.full(task.due_date) }) : t("noDue")}
              {task.assigned_to && ` · ${task.assigned_to.full_name}`}
            </span>
          </span>
          <StatusChip status={task.status} />
        </>
      )}
    </a>
  );
}
