import { useQuery } from "@tanstack/react-query";
import type { HeldText } from "@/lib/contract/held";
import { keys } from "@/lib/client/keys";

/** What is known of the reader's held texts. `Moderation` asks for them; who draws a room does not. */
export function useHeld(): readonly HeldText[] {
  return useQuery<HeldText[]>({ queryKey: keys.held, enabled: false }).data ?? none;
}

const none: readonly HeldText[] = [];
