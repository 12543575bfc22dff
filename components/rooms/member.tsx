"use client";

import { Ban, Ellipsis, MessageCircle, MessageCircleOff, ShieldCheck, ShieldOff, UserMinus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Participant } from "@/lib/contract/shapes";
import { useOnline } from "@/lib/client/presence";
import { silenceLengths } from "@/lib/client/silence-lengths";
import { ActionMenu } from "@/components/ui/action-menu";
import { AppLink } from "@/components/ui/app-link";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";

type Props = {
  participant: Participant;
  isMe: boolean;
  blocked: boolean;
  /** Blocks them, or takes it back. */
  onBlock: () => void;
  /** What the room's admins may do. */
  manage: { onPromote: () => void; onRemove: () => void; onSilence: (hours: number | null) => void } | null;
};

/** What is offered; 0 hours: that they write again. */
const silences = (silenced: boolean) => (silenced ? [{ key: "unsilence", hours: 0 } as const] : silenceLengths);

export function Member({ participant, isMe, blocked, onBlock, manage }: Props) {
  const t = useTranslations("room");
  const people = useTranslations("people");
  const { user, is_admin, silenced_until } = participant;
  const online = useOnline(user.id);
  const promotion = (run: () => void) => ({
    key: "promote",
    label: t(is_admin ? "demote" : "promote"),
    icon: is_admin ? ShieldOff : ShieldCheck,
    run,
  });
  return (
    <li className="flex items-center gap-1">
      <AppLink
        href={`/people/${user.id}`}
        className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-control px-2 -outline-offset-2 hover:bg-sunken"
      >
        <Avatar id={user.id} name={user.full_name} size="sm" online={online} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate text-sm font-medium">{user.full_name}</span>
          <span className="truncate text-xs text-ink-2">@{user.username}</span>
        </span>
        {blocked && (
          <span className="rounded-full border border-line px-2 py-0.5 text-2xs text-ink-2">{t("blockedTag")}</span>
        )}
        {silenced_until !== null && (
          <span className="rounded-full border border-line px-2 py-0.5 text-2xs text-ink-2">{t("silencedTag")}</span>
        )}
        {(isMe || is_admin) && (
          <span className="rounded-full border border-line px-2 py-0.5 text-2xs text-ink-2">
            {isMe ? t("youTag") : t("admin")}
          </span>
        )}
      </AppLink>
      {!isMe && (
        <ActionMenu
          label={t("manage", { name: user.full_name })}
          trigger={<IconButton size="small" icon={Ellipsis} label={t("manage", { name: user.full_name })} />}
          actions={[
            ...(manage ? [promotion(manage.onPromote)] : []),
            ...(manage && !is_admin ? silences(silenced_until !== null) : []).map(({ key, hours }) => ({
              key,
              label: t(key),
              icon: key === "unsilence" ? MessageCircle : MessageCircleOff,
              run: () => manage?.onSilence(hours),
            })),
            { key: "block", label: people(blocked ? "unblock" : "block"), icon: Ban, danger: !blocked, run: onBlock },
            ...(manage
              ? [{ key: "remove", label: t("remove"), icon: UserMinus, danger: true, run: manage.onRemove }]
              : []),
          ]}
        />
      )}
    </li>
  );
}
