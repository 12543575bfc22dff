"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useLocale, useMessages, useTimeZone } from "use-intl";
import type { Me } from "@/lib/contract/shapes";
import { connectionDown } from "@/lib/client/connection";
import { keys } from "@/lib/client/keys";
import { knownZones } from "@/lib/client/known-zones";
import { type Packed, unpack } from "@/lib/client/packed";
import { beginHeads, makeQueryClient } from "@/lib/client/queries";
import type { RoomList } from "@/lib/client/room-list";

export type ShellSeed = { me: Me; rooms: RoomList; blocks: number[]; cursor: string | null };

/** `client` is there already when the page was made from the device's copy and not by the server. */
type Props = { seed: ShellSeed | Packed<ShellSeed>; client?: QueryClient; children: ReactNode };

/** What comes with the page goes into the query cache, and stays true over the socket from then on. */
export function Providers({ seed: packed, client: given, children }: Props) {
  const [seed] = useState(() => unpack(packed));
  const [client] = useState(() => {
    if (given) return given;
    const fresh = makeQueryClient();
    fresh.setQueryData(keys.me, seed.me);
    fresh.setQueryData(keys.rooms, seed.rooms);
    fresh.setQueryData(keys.blocks, seed.blocks);
    beginHeads(fresh, seed.rooms.items);
    return fresh;
  });
  const { cursor, me } = seed;
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const messages = useMessages();
  // Reading needs none of it: it comes once the page can be used.
  useEffect(() => {
    let end: (() => void) | null = () => undefined;
    void import("@/lib/client/session")
      .then(({ startSession }) => {
        const words = { locale, messages, timeZone, clock: knownZones.get(timeZone) };
        if (end) end = startSession(client, { person: me.id, cursor, words });
      })
      // It did not arrive: a page that was cut off.
      .catch(connectionDown);
    return () => {
      end?.();
      end = null;
    };
    // The words change with the language, and are an object of their own at every refresh of the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, cursor, me.id, locale, timeZone]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
