import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { markRead } from "@/lib/client/mark-read";

type Input = { client: QueryClient; room: string; newest: number; visible: boolean };

/** Read means: the newest message is on screen, and somebody is looking at the page. */
export function useMarkRead({ client, room, newest, visible }: Input): void {
  useEffect(() => {
    if (!visible || newest === 0) return;
    const look = () => {
      if (document.visibilityState === "visible" && document.hasFocus()) markRead(client, room, newest);
    };
    look();
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [client, room, newest, visible]);
}
