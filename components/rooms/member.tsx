"use client";

import { useTranslations } from "use-intl";
import type { Participant } from "@/lib/contract/shapes";
import { useOnline } from "@/lib/client/presence";
import { Avatar } from "@/components/ui/avatar";

export function Member({
  participant,
  isMe,
  onWrite,
}: {
  participant: Participant;
  isMe: boolean;
  onWrite: (() => void) | null;
}) {
  const t = useTranslations("room");
  const { user, is_admin } = participant;
  const online = useOnline(user.id);
  const inside = (
    <>
      <Avatar id={user.id} name={user.full_name} size="sm" online={online} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate text-sm font-medium">{user.full_name}</span>
        <span className="truncate text-xs text-ink-2">@{user.username}</span>
      </span>
      {(isMe || is_admin) && (
        <span className="rounded-full border border-line px-2 py-0.5 text-2xs text-ink-2">
          {isMe ? t("youTag") : t("admin")}
        </span>
      )}
    </>
  );
  const look = "flex min-h-12 w-full items-center gap-3 rounded-control px-2 text-start -outline-offset-2";
  return (
    <li>
      {onWrite ? (
        <button
          type="button"
          onClick={onWrite}
          aria-label={t("message", { name: user.full_name })}
          className={`${look} hover:bg-sunken`}
        >
          {inside}
        </button>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </li>
  );
}
