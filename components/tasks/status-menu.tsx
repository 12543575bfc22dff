"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { StatusChip } from "@/components/tasks/status-chip";
import { ActionMenu } from "@/components/ui/action-menu";
import { useAct } from "@/components/ui/use-act";

const statuses: Task["status"][] = ["pending", "waiting_dependency", "in-progress", "completed", "canceled"];

/** The state of a task; a choice for managers, and for whoever is to do it. */
export function StatusMenu({ task }: { task: Task }) {
  const t = useTranslations("status");
  const tasks = useTranslations("tasks");
  const client = useQueryClient();
  const me = useMe();
  const act = useAct();
  const manager = me.role === "manager" || me.role === "superuser";
  if (!manager && !(me.role === "staff" && task.assigned_to?.id === me.id)) return <StatusChip status={task.status} />;
  const change = (status: Task["status"]) =>
    void act(async () => {
      client.setQueryData(keys.task(task.id), { ...task, status });
      try {
        const changed = await call("PATCH /api/tasks/{id}/", { params: { id: task.id }, body: { status } });
        client.setQueryData(keys.task(task.id), changed);
      } catch (error) {
        client.setQueryData(keys.task(task.id), task);
        throw error;
      } finally {
        void client.invalidateQueries({ queryKey: ["tasks"] });
      }
    });
  return (
    <ActionMenu
      label={tasks("changeStatus")}
      trigger={
        <button
          type="button"
          aria-label={`${tasks("changeStatus")}: ${t(task.status)}`}
          className="relative shrink-0 rounded-full after:absolute after:-inset-2.5"
        >
          <StatusChip status={task.status} icon={ChevronDown} />
        </button>
      }
      actions={statuses
        .filter((status) => status !== task.status)
        .map((status) => ({ key: status, label: t(status), run: () => change(status) }))}
    />
  );
}
