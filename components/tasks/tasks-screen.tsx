"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ClipboardList, House } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { Task } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { useDiscuss } from "@/lib/client/use-discuss";
import { useErrorText } from "@/lib/client/use-error-text";
import { TaskCard } from "@/components/tasks/task-card";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { SearchField } from "@/components/ui/search-field";
import { useAct } from "@/components/ui/use-act";

const statuses = ["in-progress", "pending", "waiting_dependency", "completed", "canceled"] as const;
type Filter = "all" | "mine" | (typeof statuses)[number];

export function TasksScreen() {
  const t = useTranslations("tasks");
  const status = useTranslations("status");
  const errorText = useErrorText();
  const me = useMe();
  const act = useAct();
  const discuss = useDiscuss();
  const [filter, setFilter] = useState<Filter>("all");
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const over = filter === "completed" || filter === "canceled";
  const query = {
    search,
    // What is done interests by when it came; what is to be done, by when it must be.
    ordering: over ? ("-created_at" as const) : ("due_date" as const),
    ...(filter === "mine" ? { assigned_to: me.id } : filter === "all" ? {} : { status: filter }),
  };
  const found = useInfiniteQuery({
    queryKey: keys.tasks(query),
    initialPageParam: 1,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => api.tasks({ ...query, page: pageParam, page_size: 50 }),
    getNextPageParam: (page, pages) => (page.next ? pages.length + 1 : undefined),
  });
  const tasks = found.data?.pages.flatMap((page) => page.results) ?? [];
  const talk = ({ id, title, assigned_to }: Task) => {
    const people = assigned_to && assigned_to.id !== me.id ? [assigned_to.id] : [];
    void act(() => discuss({ kind: "task", id, name: title, people }));
  };
  const chips: { value: Filter; label: string }[] = [
    { value: "all", label: t("all") },
    { value: "mine", label: t("mine") },
    ...statuses.map((value) => ({ value, label: status(value) })),
  ];
  return (
    <Screen
      title={t("title")}
      tools={
        <>
          <div className="flex gap-2">
            <div className="min-w-0 flex-1">
              <SearchField label={t("search")} value={text} onChange={setText} />
            </div>
            <AppLink
              href="/properties"
              className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line px-3.5 text-sm font-semibold hover:bg-sunken md:hidden"
            >
              <House aria-hidden className="size-4.5" strokeWidth={1.8} />
              {t("properties")}
            </AppLink>
          </div>
          <div className="-mx-4 md:-mx-6 md:px-2">
            <Chips label={t("filters")} value={filter} onChange={setFilter} chips={chips} />
          </div>
        </>
      }
    >
      {found.isPending && <RowsSkeleton />}
      {found.error && <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && tasks.length === 0 && (
        <EmptyState icon={ClipboardList} title={t("noneTitle")} hint={t("noneHint")}>
          {(filter !== "all" || search) && (
            <Button
              look="outline"
              onClick={() => {
                setFilter("all");
                setText("");
              }}
            >
              {t("showAll")}
            </Button>
          )}
        </EmptyState>
      )}
      <ul className="flex flex-col gap-2 px-4 pb-4">
        {tasks.map((task) => (
          <TaskCard key={task.id} task={task} onDiscuss={me.role === "viewer" ? null : () => talk(task)} />
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
