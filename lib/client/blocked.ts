import { skipToken, useQuery } from "@tanstack/react-query";
import { keys } from "@/lib/client/keys";
import { createStore } from "@/lib/client/store";

const NOBODY: readonly number[] = [];

/** Whom the reader has blocked, by number. It comes with the page and is kept true by what the socket says. */
export function useBlocked(): readonly number[] {
  return useQuery<readonly number[]>({ queryKey: keys.blocks, queryFn: skipToken }).data ?? NOBODY;
}

/** Messages of people who are blocked that the reader wanted to see all the same, for as long as the page is open. */
export const unfolded = createStore<readonly string[]>([]);
