import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, useCallback } from "react";
import { createStore } from "@/lib/client/store";

export type ChatAddress = { room: string | null; details: boolean; message: string | null; thread: string | null };

export function parseChatPath(path: string): Pick<ChatAddress, "room" | "details"> {
  const [, root, room, part] = path.split("/");
  return root === "chat" && room ? { room, details: part === "details" } : { room: null, details: false };
}

type Part = { details?: boolean; thread?: string | null; message?: string };

export function chatPath(room: string, { details = false, thread, message }: Part = {}): string {
  const query = new URLSearchParams({ ...(thread && { thread }), ...(message && { message }) }).toString();
  return `/chat/${room}${details ? "/details" : ""}${query && `?${query}`}`;
}

/** Where in the chats one is. Moves between rooms stay in the browser, so this follows the address bar. */
export function useChatAddress(): ChatAddress {
  const path = usePathname();
  const query = useSearchParams();
  return { ...parseChatPath(path), message: query.get("message"), thread: query.get("thread") };
}

/** Counts the goings to where one is already: the address stays the same, and yet is asked for again. */
export const asksAgain = createStore(0);

/** Goes to an address of the chats: at once when they are on screen, through the server from another page. */
export function useGoToChat(): (path: string, how?: "push" | "replace") => void {
  const router = useRouter();
  const inChats = usePathname().startsWith("/chat");
  return useCallback(
    (path, how = "push") => {
      if (!inChats || !routerListens()) return how === "push" ? router.push(path) : router.replace(path);
      const { pathname, search } = window.location;
      if (path === pathname + search) asksAgain.set((now) => now + 1);
      else if (how === "push") window.history.pushState(null, "", path);
      else window.history.replaceState(null, "", path);
    },
    [router, inChats],
  );
}

/**
 * Whether the router hears of changes to the history. It puts its own functions there an instant after the page can be
 * tapped: a change before that would move the address and leave the screen as it was.
 */
function routerListens(): boolean {
  return Object.hasOwn(window.history, "pushState");
}

/** Whether a click on a link means "here", and not a new tab, a new window or a download. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
