"use client";

import { useTranslations } from "use-intl";
import type { DirectoryUser } from "@/lib/contract/shapes";
import { useOnline } from "@/lib/client/presence";
import { Avatar } from "@/components/ui/avatar";

/** A person's picture, name and what they do. */
export function PersonLine({ person }: { person: DirectoryUser }) {
  const role = useTranslations("role");
  const group = useTranslations("group");
  const online = useOnline(person.id, person.presence.status === "online");
  return (
    <>
      <Avatar id={person.id} name={person.full_name} online={online} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate text-msg font-semibold">{person.full_name}</span>
        <span className="truncate text-sm text-ink-2">
          {role(person.role)}
          {person.task_group === "none" ? null : ` · ${group(person.task_group)}`}
        </span>
      </span>
    </>
  );
}
