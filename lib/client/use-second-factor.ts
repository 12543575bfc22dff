import { useQuery } from "@tanstack/react-query";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";

/** Whether one has a second factor: many things ask for a code of it. */
export const useSecondFactor = () =>
  useQuery({ queryKey: keys.secondFactor, queryFn: () => call("GET /api/users/me/second-factor/"), staleTime: 0 });
