import type { QueryClient } from "@tanstack/react-query";
import { call } from "@/lib/client/call";
import { putBlock } from "@/lib/client/put-block";

/** Blocks somebody, or takes it back. Here it shows at once, and on the reader's other devices when the server tells them. */
export async function setBlocked(client: QueryClient, id: number, on: boolean): Promise<void> {
  const params = { id };
  await (on ? call("POST /api/users/{id}/block/", { params }) : call("DELETE /api/users/{id}/block/", { params }));
  putBlock(client, id, on);
}
