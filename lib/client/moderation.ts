import { queryOptions } from "@tanstack/react-query";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";

/** What moderators told the reader. */
export const warningsOptions = queryOptions({
  queryKey: keys.warnings,
  queryFn: () => call("GET /api/warnings/"),
  // A device that was asleep may have missed the sign that there is one.
  refetchOnWindowFocus: true,
});

/** How many texts wait that the reader may decide about. */
export const waitingHeldOptions = queryOptions({
  queryKey: [...keys.held, "count"],
  queryFn: async () => (await call("GET /api/admin/held/", { query: { page_size: 1 } })).count,
  refetchOnWindowFocus: true,
});

/** How many reports are open that the reader may decide about. */
export const openReportsOptions = queryOptions({
  queryKey: keys.openReports,
  queryFn: async () => (await call("GET /api/admin/reports/", { query: { status: "open", page_size: 1 } })).count,
  refetchOnWindowFocus: true,
});
