"use client";

import { useEffect } from "react";
import { useGoToChat } from "@/lib/client/chat-address";
import { useRooms } from "@/lib/client/queries";
import { keepInstallOffer } from "@/lib/client/installer";
import { useMinuteTick } from "@/lib/client/minute";
import { startOfflineWorker } from "@/lib/client/offline-worker";
import type { ReadSoFar } from "@/lib/client/service-worker-push";
import { endSubscription, keepSubscription } from "@/lib/client/web-push";
import { AskToNotify } from "@/components/notifications/ask-to-notify";
import { News } from "@/components/notifications/news";
import { UpdatePrompt } from "@/components/notifications/update-prompt";
import { Moderation } from "@/components/reports/moderation";
import { UnreadTitle } from "@/components/shell/unread-title";

type Wish = { open?: string };

/**
 * What the page does for itself, the installed app and its notifications, once it has nothing better to do. A device of
 * several people (`shared`) calls nobody: whoever comes next would see it.
 */
export function Background({ shared }: { shared: boolean }) {
  useOpening();
  useClearing();
  useMinuteTick();
  useEffect(startOfflineWorker, []);
  useEffect(keepInstallOffer, []);
  useEffect(() => void (shared ? endSubscription().catch(() => undefined) : keepSubscription()), [shared]);
  return (
    <>
      <UnreadTitle />
      <News />
      <Moderation />
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
    // A room without unread messages is read as far as this page knows it, and no further: a push may be ahead of it.
    const read = items.map((room): [string, number] => [
      room.id,
      room.unread_count === 0 ? room.last_seq : room.last_read_seq,
    ]);
    // The worker takes them off, in turn with what it shows.
    navigator.serviceWorker?.controller?.postMessage({ read } satisfies ReadSoFar);
  }, [items]);
}
