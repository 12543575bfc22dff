"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMe } from "@/lib/client/queries";
import { useDiscuss } from "@/lib/client/use-discuss";
import { useErrorText } from "@/lib/client/use-error-text";
import { useWhen } from "@/lib/client/use-when";
import { propertyOptions, taskOptions } from "@/lib/client/work-queries";
import { MessageText } from "@/components/messages/message-text";
import { StatusMenu } from "@/components/tasks/status-menu";
import { TaskIcon } from "@/components/tasks/task-icon";
import { AppLink } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { useAct } from "@/components/ui/use-act";

const nobody = new Set<string>();

/** Everything about one task, and the chat about it. */
export function TaskScreen({ id }: { id: number }) {
  const t = useTranslations("tasks");
  const room = useTranslations("room");
  const type = useTranslations("taskType");
  const when = useWhen();
  const errorText = useErrorText();
  const me = useMe();
  const act = useAct();
  const discuss = useDiscuss();
  const found = useQuery(taskOptions(id));
  const task = found.data;
  const house = useQuery({ ...propertyOptions(task?.property ?? 0), enabled: task?.property != null }).data;
  const back = <BackLink href="/tasks" label={t("back")} />;
  if (!task) {
    return (
      <Screen title={t("title")} back={back}>
        {found.error ? <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p> : <RowsSkeleton />}
      </Screen>
    );
  }
  const people = [
    { role: room("assigned"), person: task.assigned_to },
    { role: t("createdBy"), person: task.created_by },
  ];
  const others = people.flatMap(({ person }) => (person && person.id !== me.id ? [person.id] : []));
  return (
    <Screen title={task.title} back={back}>
      <div className="flex flex-col gap-4 px-4 pt-1 pb-8">
        <Card>
          <div className="flex flex-wrap items-center gap-3">
            <TaskIcon type={task.task_type} />
            <span className="min-w-0 flex-1 text-sm text-ink-2">{type(task.task_type)}</span>
            <StatusMenu task={task} />
          </div>
          <Facts
            facts={[
              [room("due"), task.due_date ? when.full(task.due_date) : room("noDue")],
              [
                room("property"),
                house ? (
                  <AppLink
                    href={`/properties/${house.id}`}
                    className="font-medium text-accent-ink underline-offset-2 hover:underline"
                  >
                    {house.name}
                  </AppLink>
                ) : (
                  t("noProperty")
                ),
              ],
            ]}
          />
          {me.role !== "viewer" && (
            <Button
              className="self-start"
              onClick={() => void act(() => discuss({ kind: "task", id, name: task.title, people: others }))}
            >
              <MessageCircle aria-hidden className="size-4.5" strokeWidth={1.8} />
              {t("discuss")}
            </Button>
          )}
        </Card>
        <Card of="lines">
          <h2 className="text-xs font-semibold text-ink-2">{room("description")}</h2>
          <div className="max-w-[72ch] text-msg [overflow-wrap:anywhere]">
            {task.description ? (
              <MessageText text={task.description} mentionable={nobody} self="" />
            ) : (
              <p className="text-ink-2">{room("noDescription")}</p>
            )}
          </div>
        </Card>
        <Card of="lines">
          <h2 className="text-xs font-semibold text-ink-2">{room("members")}</h2>
          <ul className="-mx-2">
            {people.map(({ role, person }) => (
              <li key={role}>
                {person ? (
                  <AppLink
                    href={`/people/${person.id}`}
                    className="flex min-h-13 items-center gap-3 rounded-control px-2 -outline-offset-2 hover:bg-sunken"
                  >
                    <Avatar id={person.id} name={person.full_name} size="sm" />
                    <span className="flex min-w-0 flex-col">
                      <span className="truncate text-xs text-ink-2">{role}</span>
                      <span className="truncate text-msg font-medium">{person.full_name}</span>
                    </span>
                  </AppLink>
                ) : (
                  <p className="px-2 py-3 text-sm text-ink-2">{`${role}: ${room("nobody")}`}</p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Screen>
  );
}
