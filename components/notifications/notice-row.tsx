import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Notice } from "@/lib/contract/notice";
import { chatPath } from "@/lib/client/chat-address";
import { plainPreview } from "@/lib/client/plain-preview";
import { useRooms } from "@/lib/client/queries";
import { useWhen } from "@/lib/client/use-when";
import { AppLink } from "@/components/ui/app-link";
import { Avatar, RoomAvatar } from "@/components/ui/avatar";

/** Who did what and where, with the way there. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const t = useTranslations("notices");
  const message = useTranslations("message");
  const when = useWhen();
  const { kind, actor, room, message: about, emoji, held, at, is_unread } = notice;
  const listed = useRooms().items.find(({ id }) => id === room.id);
  const name = actor?.full_name ?? message("someone");
  // A direct room bears the name of the other one.
  const where = room.display_name === name ? "direct" : "room";
  const ofRoom = kind === "added" || kind === "turned_down";
  const path = about ? chatPath(room.id, { message: about.id, thread: about.thread_root_id }) : chatPath(room.id);
  const preview = (about ?? held)?.preview;
  return (
    <li>
      <AppLink
        href={path}
        className={clsx(
          "flex gap-3 rounded-bubble px-3 py-2.5 -outline-offset-2 hover:bg-sunken",
          !preview && "items-center",
        )}
      >
        {ofRoom && listed ? (
          <RoomAvatar room={listed} personId={listed.other_user_id} />
        ) : (
          <Avatar id={actor?.id ?? 0} name={ofRoom ? room.display_name : name} />
        )}
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <span className="flex items-baseline gap-2">
            <span className={clsx("min-w-0 flex-1 text-sm [overflow-wrap:anywhere]", is_unread && "font-semibold")}>
              {t(kind, { name, room: room.display_name, where, emoji: emoji ?? "" })}
            </span>
            {is_unread && (
              <span className="size-2.5 shrink-0 rounded-full bg-accent">
                <span className="sr-only">{t("new")}</span>
              </span>
            )}
            <time dateTime={at} className="text-xs text-ink-2 tabular-nums">
              {when.short(at)}
            </time>
          </span>
          {preview && (
            <span className="line-clamp-2 text-sm [overflow-wrap:anywhere] text-ink-2">{plainPreview(preview)}</span>
          )}
          {held && (
            <span className="text-sm [overflow-wrap:anywhere]">{t("turnedDownWhy", { reason: held.reason })}</span>
          )}
        </span>
      </AppLink>
    </li>
  );
}
