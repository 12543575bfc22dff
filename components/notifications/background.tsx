"use client";

import { useEffect } from "react";
import { useGoToChat } from "@/lib/client/chat-address";
import { useRooms } from "@/lib/client/queries";
import { keepInstallOffer } from "@/lib/client/installer";
import { keepSubscription } from "@/lib/client/web-push";
import { AskToNotify } from "@/components/notifications/ask-to-notify";
import { UpdatePrompt } from "@/components/notifications/update-prompt";

type Wish = { open?: string };

/** What the page does for the installed app and its notifications, once it has nothing better to do. */
export function Background() {
  useOpening();
  useClearing();
  useEffect(keepInstallOffer, []);
  useEffect(() => void keepSubscription(), []);
  return (
    <>
      <AskToNotify />
      <UpdatePrompt />
    </>
  );
}

/** A notification was tapped while the chats are open: they go there, and nothing is loaded anew. */
function useOpening(): void {
  const go = useGoToChat();
  useEffect(() => {
    const hear = ({ data, ports }: MessageEvent<Wish>) => {
      if (!data.open) return;
      ports[0]?.postMessage("done");
      go(data.open);
    };
    navigator.serviceWorker?.addEventListener("message", hear);
    navigator.serviceWorker?.startMessages();
    return () => navigator.serviceWorker?.removeEventListener("message", hear);
  }, [go]);
}

/** What has been read, here or elsewhere, stands on this device's screen no longer. */
function useClearing(): void {
  const { items } = useRooms();
  useEffect(() => {
    const read = new Map(items.map((room) => [room.id, room.unread_count === 0 ? Infinity : room.last_read_seq]));
    void navigator.serviceWorker
      ?.getRegistration()
      .then((registration) => registration?.getNotifications())
      .then((shown = []) => {
        for (const notification of shown) {
          const { room, seq } = (notification.data ?? {}) as { room?: string; seq?: number };
          if (room && seq !== undefined && (read.get(room) ?? 0) >= seq) notification.close();
        }
      })
      .catch(() => undefined);
  }, [items]);
}
