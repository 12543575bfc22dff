import { whenIdle } from "@/lib/client/when-idle";

/** What opens over the chats, in the order in which it is likely to be asked for. */
const parts = [
  () => import("@/components/messages/message-overlays"),
  () => import("@/components/messages/writing-banner"),
  () => import("@/components/messages/no-conversation"),
  () => import("@/components/attachments/file-tray"),
  () => import("@/components/voice/recording-bar"),
  () => import("@/components/ui/action-menu-popup"),
  () => import("@/components/rooms/room-details"),
  () => import("@/components/messages/thread-pane"),
  () => import("@/components/shell/switcher"),
  () => import("@/components/rooms/new-chat"),
];

/** Fetches them one after the other while nothing else is to be done, so that the first tap opens at once. */
export function warmParts(): () => void {
  let ended = false;
  const next = (at: number) => {
    const load = parts[at];
    if (ended || !load) return;
    whenIdle(
      () =>
        void load().then(
          () => next(at + 1),
          () => undefined,
        ),
    );
  };
  next(0);
  return () => {
    ended = true;
  };
}
