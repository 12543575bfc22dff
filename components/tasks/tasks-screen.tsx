"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ClipboardList } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { useErrorText } from "@/lib/client/use-error-text";
import { useCreateRoom } from "@/lib/client/use-open-room";
import { TaskCard } from "@/components/tasks/task-card";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { toast } from "@/components/ui/toasts";

const statuses = ["in-progress", "pending", "waiting_dependency", "completed", "canceled"] as const;
type Filter = "all" | (typeof statuses)[number];

export function TasksScreen() {
  const t = useTranslations("tasks");
  const status = useTranslations("status");
  const errorText = useErrorText();
  const me = useMe();
  const create = useCreateRoom();
  const [filter, setFilter] = useState<Filter>("all");
  const found = useInfiniteQuery({
    queryKey: keys.tasks(filter),
    initialPageParam: 1,
    queryFn: ({ pageParam }) =>
      api.tasks({ page: pageParam, page_size: 50, ...(filter === "all" ? {} : { status: filter }) }),
    getNextPageParam: (page, pages) => (page.next ? pages.length + 1 : undefined),
  });
  const tasks = found.data?.pages.flatMap((page) => page.results) ?? [];
  const discuss = (task: Task) => {
    const people = task.assigned_to && task.assigned_to.id !== me.id ? [task.assigned_to.id] : [];
    create({ room_type: "task", task: task.id, participant_ids: people }).catch((error: unknown) =>
      toast(errorText(error)),
    );
  };
  return (
    <Screen
      title={t("title")}
      tools={
        <div className="-mx-4 md:-mx-6 md:px-2">
          <Chips
            label={t("filters")}
            value={filter}
            onChange={setFilter}
            chips={[{ value: "all", label: t("all") }, ...statuses.map((value) => ({ value, label: status(value) }))]}
          />
        </div>
      }
    >
      {found.isPending && <RowsSkeleton />}
      {found.error && <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && tasks.length === 0 && (
        <EmptyState icon={ClipboardList} title={t("noneTitle")} hint={t("noneHint")}>
          {filter !== "all" && (
            <Button look="outline" onClick={() => setFilter("all")}>
              {t("showAll")}
            </Button>
          )}
        </EmptyState>
      )}
      <ul className="flex flex-col gap-2 px-3 pb-4">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} onDiscuss={me.role === "viewer" ? null : () => discuss(task)} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button look="outline" className="mx-auto mb-6" onClick={() => void found.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Screen>
  );
}
