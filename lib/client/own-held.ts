import { queryOptions } from "@tanstack/react-query";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";

/** The reader's texts that wait for a moderator, or were not let through, of all rooms. */
export const ownHeldOptions = queryOptions({
  queryKey: keys.held,
  queryFn: async () => (await call("GET /api/chat/held/")).results,
  // A device that was asleep may have missed the sign that somebody has decided.
  refetchOnWindowFocus: true,
});
