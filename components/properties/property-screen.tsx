"use client";

import { useQuery } from "@tanstack/react-query";
import { MapPin, MessageCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { useDiscuss } from "@/lib/client/use-discuss";
import { useErrorText } from "@/lib/client/use-error-text";
import { propertyOptions } from "@/lib/client/work-queries";
import { PropertyIcon } from "@/components/properties/property-icon";
import { TaskCard } from "@/components/tasks/task-card";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { useAct } from "@/components/ui/use-act";

/** One house: where it is, what is to do there, and the chat about it. */
export function PropertyScreen({ id }: { id: number }) {
  const t = useTranslations("properties");
  const errorText = useErrorText();
  const me = useMe();
  const act = useAct();
  const discuss = useDiscuss();
  const found = useQuery(propertyOptions(id));
  const query = { property: id, page_size: 100 };
  const tasks = useQuery({ queryKey: keys.tasks(query), queryFn: () => api.tasks(query) }).data?.results ?? [];
  const house = found.data;
  const back = <BackLink href="/properties" label={t("back")} />;
  if (!house) {
    return (
      <Screen title={t("title")} back={back}>
        {found.error ? <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p> : <RowsSkeleton />}
      </Screen>
    );
  }
  return (
    <Screen title={house.name} back={back}>
      <div className="flex flex-col gap-4 px-4 pt-1 pb-8">
        <Card>
          <div className="flex items-center gap-3">
            <PropertyIcon />
            <p className="flex min-w-0 flex-1 items-center gap-1.5 text-sm text-ink-2">
              <MapPin aria-hidden className="size-4 shrink-0" strokeWidth={1.8} />
              <span className="[overflow-wrap:anywhere]">{house.address || t("noAddress")}</span>
            </p>
          </div>
          {me.role !== "viewer" && (
            <Button
              className="self-start"
              onClick={() => void act(() => discuss({ kind: "property", id, name: house.name, people: [] }))}
            >
              <MessageCircle aria-hidden className="size-4.5" strokeWidth={1.8} />
              {t("discuss")}
            </Button>
          )}
        </Card>
        {tasks.length > 0 && (
          <section className="flex flex-col gap-2">
            <h2 className="px-1 text-xs font-semibold text-ink-2">{t("tasks", { count: tasks.length })}</h2>
            <ul className="flex flex-col gap-2">
              {tasks.map((task) => (
                <TaskCard key={task.id} task={task} onDiscuss={null} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Screen>
  );
}
