"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Copy, Link, type LucideIcon, MessagesSquare, Pencil, Pin, PinOff, Reply, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { abilities } from "@/lib/client/abilities";
import { chatPath } from "@/lib/client/chat-address";
import { toggleReaction, togglePin } from "@/lib/client/message-actions";
import { useErrorText } from "@/lib/client/use-error-text";
import { type Opened, useConversation } from "@/components/messages/conversation-context";
import { toast } from "@/components/ui/toasts";

export const quickReactions = ["👍", "❤️", "😂", "🙏", "✅", "👀"];

export type Action = { key: string; label: string; icon: LucideIcon; danger?: boolean; run: () => void };

/** What the reader may do with a message: the same list in the menu and in the sheet. */
export function useMessageActions({ message }: Opened, onChange: (next: Opened | null) => void) {
  const t = useTranslations("message");
  const client = useQueryClient();
  const errorText = useErrorText();
  const { room, me, thread, canWrite, reply, edit, openThread } = useConversation();
  const mine = message.sender?.id === me.id;
  const admin = room.participants.some((person) => person.user.id === me.id && person.is_admin);
  const say = (error: unknown) => toast(errorText(error));
  const copy = (text: string, done: string) => void navigator.clipboard.writeText(text).then(() => toast(done), say);
  const actions: Action[] = [];
  if (canWrite) actions.push({ key: "reply", label: t("reply"), icon: Reply, run: () => reply(message) });
  if (canWrite && !thread) {
    const root = message.thread_root_id ?? message.id;
    actions.push({ key: "thread", label: t("replyInThread"), icon: MessagesSquare, run: () => openThread(root) });
  }
  actions.push({ key: "copy", label: t("copy"), icon: Copy, run: () => copy(message.content, t("copied")) });
  actions.push({
    key: "link",
    label: t("copyLink"),
    icon: Link,
    run: () =>
      copy(
        window.location.origin + chatPath(room.id, { message: message.id, thread: message.thread_root_id }),
        t("linkCopied"),
      ),
  });
  if (canWrite && abilities.pin) {
    const pinned = message.pinned_at !== null;
    const run = () => void togglePin(client, message).catch(say);
    actions.push({ key: "pin", label: t(pinned ? "unpin" : "pin"), icon: pinned ? PinOff : Pin, run });
  }
  if (canWrite && mine && abilities.edit)
    actions.push({ key: "edit", label: t("edit"), icon: Pencil, run: () => edit(message) });
  if (canWrite && (mine || admin) && abilities.remove) {
    const run = () => onChange({ message, as: "delete", anchor: null });
    actions.push({ key: "delete", label: t("delete"), icon: Trash2, danger: true, run });
  }
  const reactWith = canWrite && abilities.react ? (emoji: string) => toggleReaction(message, emoji, me.id) : null;
  return { actions, reactWith };
}
