"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Me } from "@/lib/contract/shapes";
import { keys } from "@/lib/client/keys";
import { beginHeads, makeQueryClient } from "@/lib/client/queries";
import type { RoomList } from "@/lib/client/room-list";
import { startSession } from "@/lib/client/session";
import { useMinuteTick } from "@/lib/client/use-when";

export type ShellSeed = { me: Me; rooms: RoomList; cursor: string | null };

/** What comes with the page goes into the query cache, and stays true over the socket from then on. */
export function Providers({ seed, children }: { seed: ShellSeed; children: ReactNode }) {
  const [client] = useState(() => {
    const fresh = makeQueryClient();
    fresh.setQueryData(keys.me, seed.me);
    fresh.setQueryData(keys.rooms, seed.rooms);
    beginHeads(fresh, seed.rooms.items);
    return fresh;
  });
  useMinuteTick();
  const [{ cursor, me }] = useState(seed);
  useEffect(() => startSession(client, { person: me.id, cursor }), [client, cursor, me.id]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
