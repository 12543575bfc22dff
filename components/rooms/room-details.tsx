"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { keys } from "@/lib/client/keys";
import { roomOptions, useMe } from "@/lib/client/queries";
import { useErrorText } from "@/lib/client/use-error-text";
import { useOpenDirect } from "@/lib/client/use-open-room";
import { useWhen } from "@/lib/client/use-when";
import { Member } from "@/components/rooms/member";
import { Pinned } from "@/components/rooms/pinned";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toasts";

/** Who is in the room, and the task or house that it is about. */
export function RoomDetails({ id, alone }: { id: string; alone: boolean }) {
  const t = useTranslations("room");
  const go = useGoToChat();
  const me = useMe();
  const openDirect = useOpenDirect();
  const errorText = useErrorText();
  const { data: room } = useQuery(roomOptions(id));
  if (!room) return null;
  const people = room.participants.toSorted((a, b) => a.user.full_name.localeCompare(b.user.full_name));
  return (
    <aside aria-label={t("details")} className="flex min-h-0 flex-1 flex-col bg-canvas">
      {alone && (
        <header className="flex h-17 shrink-0 items-center gap-2 border-b border-line px-1">
          <IconButton icon={ChevronLeft} label={t("closeDetails")} onClick={() => go(chatPath(id))} />
          <h1 className="truncate text-lg font-semibold">{room.display_name}</h1>
        </header>
      )}
      <div
        className="flex min-h-0 flex-1 thin-scroll flex-col gap-6 overflow-y-auto p-5"
        tabIndex={0}
        role="group"
        aria-label={t("details")}
      >
        {room.description && <p className="text-sm text-ink-2">{room.description}</p>}
        {room.task !== null && <TaskFacts id={room.task} />}
        {room.property !== null && <PropertyFacts id={room.property} />}
        <section className="flex flex-col gap-1">
          <Heading>
            {t("members")} · {room.participant_count}
          </Heading>
          <ul className="-mx-2">
            {people.map((participant) => (
              <Member
                key={participant.id}
                participant={participant}
                isMe={participant.user.id === me.id}
                onWrite={
                  room.room_type === "direct" || participant.user.id === me.id
                    ? null
                    : () => void openDirect(participant.user.id).catch((error: unknown) => toast(errorText(error)))
                }
              />
            ))}
          </ul>
        </section>
        <Pinned room={room} />
      </div>
    </aside>
  );
}

export function Heading({ children }: { children: ReactNode }) {
  return <h2 className="text-xs font-semibold text-ink-2">{children}</h2>;
}

function Facts({ title, facts }: { title: string; facts: [string, string][] }) {
  return (
    <section className="flex flex-col gap-2.5">
      <Heading>{title}</Heading>
      <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 gap-y-2 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function TaskFacts({ id }: { id: number }) {
  const t = useTranslations("room");
  const status = useTranslations("status");
  const when = useWhen();
  const { data: task } = useQuery({ queryKey: keys.task(id), queryFn: () => api.task(id) });
  const property = useQuery({
    queryKey: keys.property(task?.property ?? 0),
    queryFn: () => api.property(task?.property ?? 0),
    enabled: task?.property != null,
  });
  if (!task) return null;
  const facts: [string, string][] = [
    [t("status"), status(task.status)],
    [t("due"), task.due_date ? when.full(task.due_date) : t("noDue")],
    [t("assigned"), task.assigned_to?.full_name ?? t("nobody")],
  ];
  if (property.data) facts.unshift([t("property"), property.data.name]);
  return <Facts title={t("taskFacts")} facts={facts} />;
}

function PropertyFacts({ id }: { id: number }) {
  const t = useTranslations("room");
  const { data: property } = useQuery({ queryKey: keys.property(id), queryFn: () => api.property(id) });
  if (!property) return null;
  return (
    <Facts
      title={t("propertyFacts")}
      facts={[
        [t("property"), property.name],
        [t("address"), property.address],
      ]}
    />
  );
}
