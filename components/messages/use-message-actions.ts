import { useQueryClient } from "@tanstack/react-query";
import {
  Copy,
  Flag,
  Forward,
  Link,
  type LucideIcon,
  MailQuestionMark,
  MessagesSquare,
  Pencil,
  Pin,
  PinOff,
  Reply,
  Trash2,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { abilities } from "@/lib/client/abilities";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { deleteLater, undoDelete } from "@/lib/client/delete-later";
import { focusMessage } from "@/lib/client/focus-message";
import { markUnread } from "@/lib/client/marked-unread";
import { deleteMessage, toggleReaction } from "@/lib/client/message-actions";
import { togglePin } from "@/lib/client/toggle-pin";
import { type Opened, useConversation } from "@/components/messages/conversation-context";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

export const quickReactions = ["👍", "❤️", "😂", "🙏", "✅", "👀"];

export type Action = {
  key: string;
  label: string;
  icon: LucideIcon;
  danger?: boolean;
  /** Opens something in the place of the menu. */
  opens?: boolean;
  run: () => void;
};

/** What the reader may do with a message: the same list in the menu and in the sheet. */
export function useMessageActions({ message, anchor }: Opened, onChange: (next: Opened | null) => void) {
  const t = useTranslations("message");
  const client = useQueryClient();
  const act = useAct();
  const go = useGoToChat();
  const { room, me, thread, canWrite, canReact, reply, edit, openThread } = useConversation();
  const mine = message.sender?.id === me.id;
  const admin = room.participants.some((person) => person.user.id === me.id && person.is_admin);
  const copy = (text: string, done: string) =>
    void act(() => navigator.clipboard.writeText(text)).then((copied) => copied && toast(done));
  const readable = message.content !== "" && !message.hidden_at;
  const link = chatPath(room.id, { message: message.id, thread: message.thread_root_id });
  const pinned = message.pinned_at !== null;
  const restore = () => {
    undoDelete(message.id);
    focusMessage(message.id);
  };
  const remove = () => {
    deleteLater(message, () => deleteMessage(message));
    toast(t("deletedNow"), { label: t("undo"), run: restore });
  };
  const unread = () => {
    markUnread(room.id, message.seq);
    go("/chat");
  };
  const offered: (Action | false)[] = [
    canWrite && { key: "reply", label: t("reply"), icon: Reply, run: () => reply(message) },
    canWrite &&
      thread === null && {
        key: "thread",
        label: t("replyInThread"),
        icon: MessagesSquare,
        run: () => openThread(message.thread_root_id ?? message.id),
      },
    canWrite &&
      mine &&
      readable &&
      abilities.edit && { key: "edit", label: t("edit"), icon: Pencil, run: () => edit(message) },
    readable && {
      key: "copy",
      label: t("copy"),
      icon: Copy,
      run: () => copy(message.content, t("copied")),
    },
    { key: "link", label: t("copyLink"), icon: Link, run: () => copy(window.location.origin + link, t("linkCopied")) },
    readable &&
      me.role !== "viewer" && {
        key: "forward",
        label: t("forward"),
        icon: Forward,
        opens: true,
        run: () => onChange({ message, as: "forward", anchor: null }),
      },
    canWrite &&
      abilities.pin && {
        key: "pin",
        label: t(pinned ? "unpin" : "pin"),
        icon: pinned ? PinOff : Pin,
        run: () => void act(() => togglePin(client, message)),
      },
    !mine && thread === null && { key: "unread", label: t("markUnread"), icon: MailQuestionMark, run: unread },
    !mine &&
      message.sender !== null &&
      message.message_type !== "system" && {
        key: "report",
        label: t("report"),
        icon: Flag,
        opens: true,
        run: () => onChange({ message, as: "report", anchor: null }),
      },
    room.is_active &&
      me.role !== "viewer" &&
      (mine || admin) &&
      abilities.remove && { key: "delete", label: t("delete"), icon: Trash2, danger: true, run: remove },
  ];
  const mayReact = canReact && abilities.react;
  return {
    actions: offered.filter((action) => action !== false),
    reactWith: mayReact ? (emoji: string) => toggleReaction(message, emoji, me.id) : null,
    reactMore: mayReact ? () => onChange({ message, as: "react", anchor }) : null,
  };
}
