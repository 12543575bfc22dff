"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { propertyOptions, taskOptions } from "@/lib/client/work-queries";
import { useWhen } from "@/lib/client/use-when";
import { AppLink } from "@/components/ui/app-link";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";

const link = "font-medium text-accent-ink underline-offset-2 hover:underline";

/** The task that the room is about. */
export function TaskFacts({ id }: { id: number }) {
  const t = useTranslations("room");
  const status = useTranslations("status");
  const when = useWhen();
  const { data: task } = useQuery(taskOptions(id));
  const property = useQuery({ ...propertyOptions(task?.property ?? 0), enabled: task?.property != null }).data;
  if (!task) return null;
  return (
    <Section title={t("taskFacts")}>
      <Facts
        facts={[
          [
            t("task"),
            <AppLink key="task" href={`/tasks/${id}`} className={link}>
              {task.title}
            </AppLink>,
          ],
          ...(property
            ? (
                [
                  [
                    t("property"),
                    <AppLink key="property" href={`/properties/${property.id}`} className={link}>
                      {property.name}
                    </AppLink>,
                  ],
                ] as const
              ).map(([name, value]): [string, typeof value] => [name, value])
            : []),
          [t("status"), status(task.status)],
          [t("due"), task.due_date ? when.full(task.due_date) : t("noDue")],
          [t("assigned"), task.assigned_to?.full_name ?? t("nobody")],
        ]}
      />
    </Section>
  );
}

/** The house that the room is about. */
export function PropertyFacts({ id }: { id: number }) {
  const t = useTranslations("room");
  const { data: property } = useQuery(propertyOptions(id));
  if (!property) return null;
  return (
    <Section title={t("propertyFacts")}>
      <Facts
        facts={[
          [
            t("property"),
            <AppLink key="property" href={`/properties/${id}`} className={link}>
              {property.name}
            </AppLink>,
          ],
          [t("address"), property.address],
        ]}
      />
    </Section>
  );
}
