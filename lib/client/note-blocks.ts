import type { QueryClient } from "@tanstack/react-query";
import type { SocketEvents } from "@/lib/contract/events";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { putBlock } from "@/lib/client/put-block";
import type { ChatSocket } from "@/lib/client/socket";

const PAGE = 100;

/** Keeps who is blocked true: what is done on another device is heard at once, and read afresh after a pause. */
export function noteBlocks(client: QueryClient, socket: ChatSocket): () => void {
  const onBlock: SocketEvents["block"] = ({ user_id, blocked }) => putBlock(client, user_id, blocked);
  let before = false;
  const onConnect = () => {
    // The page brought them; what the device kept may be old.
    if (before || client.getQueryState(keys.blocks)?.isInvalidated !== false) void readBlocks(client);
    before = true;
  };
  socket.on("block", onBlock);
  socket.on("connect", onConnect);
  return () => {
    socket.off("block", onBlock);
    socket.off("connect", onConnect);
  };
}

async function readBlocks(client: QueryClient): Promise<void> {
  const ids: number[] = [];
  try {
    for (let page = 1; ; page += 1) {
      const answer = await call("GET /api/users/me/blocks/", { query: { page, page_size: PAGE } });
      ids.push(...answer.results.map(({ user }) => user.id));
      if (!answer.next) break;
    }
    client.setQueryData(keys.blocks, ids);
  } catch {
    // The next connection tries again.
  }
}
