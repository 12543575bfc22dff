"use client";

import type { ClipboardEvent, DragEvent } from "react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { type Parcel, parcels } from "@/lib/client/parcels";
import { isPair, pairs, pickedFiles, type VoiceFacts } from "@/lib/client/picked-files";
import { useConversation } from "@/components/messages/conversation-context";

/**
 * Files of a composer: chosen, pasted, dropped or recorded, and sent with their message. What takes them to the server
 * comes with the first of them.
 */
export function useComposerFiles(shelf: string) {
  const t = useTranslations("files");
  const { room, me, thread } = useConversation();
  const picked = pickedFiles.use((all) => all.filter((one) => one.shelf === shelf && one.parcel === null).length);
  const waiting = parcels.use((all) => all.some((one) => isOf(shelf, one.shelf)));

  const pick = async (files: File[], place = shelf, voice: VoiceFacts | null = null) => {
    const { pickFiles } = await import("@/lib/client/upload-files");
    const refused = await pickFiles(place, files, voice);
    if (refused.length === 0) return;
    const { toast } = await import("@/components/ui/toasts");
    for (const { name, reason } of refused) toast(t(reason, { name }));
  };
  const send = async (content: string, original: Message | null, place = shelf) => {
    const parcel: Parcel = {
      client_id: crypto.randomUUID(),
      shelf: place,
      room: room.id,
      content,
      before_after: pairs.get().includes(place) && isPair(pickedFiles.get(), place),
      thread_root: thread,
      sender: { id: me.id, username: me.username, full_name: me.full_name, email: me.email },
      reply_to: original && {
        id: original.id,
        sender: original.sender,
        content: original.content.slice(0, 100),
        created_at: original.created_at,
      },
    };
    const { sendParcel } = await import("@/lib/client/send-parcel");
    sendParcel(parcel);
  };
  const take = (event: ClipboardEvent | DragEvent, { files }: DataTransfer) => {
    if (files.length === 0) return;
    event.preventDefault();
    void pick([...files]);
  };
  return {
    picked,
    shown: picked > 0 || waiting,
    pick,
    send,
    /** A recording goes at once, by itself: what is being chosen beside it is none of its. */
    sendVoice: async (file: File, facts: VoiceFacts) => {
      const own = `${shelf}#${crypto.randomUUID()}`;
      await pick([file], own, facts);
      await send("", null, own);
    },
    handlers: {
      onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      },
      onDrop: (event: DragEvent) => take(event, event.dataTransfer),
    },
  };
}

/** Whether files lie on a composer's shelf, or on that of a recording made in it. */
export const isOf = (shelf: string, place: string) => place === shelf || place.startsWith(`${shelf}#`);
