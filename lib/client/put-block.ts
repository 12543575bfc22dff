import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/lib/client/keys";

/** Folds or unfolds what somebody says, everywhere. Twice the same changes nothing. */
export function putBlock(client: QueryClient, user: number, on: boolean): void {
  client.setQueryData<readonly number[]>(keys.blocks, (now = []) =>
    now.includes(user) === on ? now : on ? [...now, user] : now.filter((id) => id !== user),
  );
  // These leave out what blocked people do.
  for (const queryKey of [keys.blockedPeople, keys.notices]) void client.invalidateQueries({ queryKey });
}
