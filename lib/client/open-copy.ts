import type { QueryClient } from "@tanstack/react-query";
import type { Me } from "@/lib/contract/shapes";
import { restoreCopy, type Words } from "@/lib/client/device-copy";
import { openDeviceDatabase } from "@/lib/client/device-database";
import { personHere } from "@/lib/client/device-person";
import { keys } from "@/lib/client/keys";
import { makeQueryClient } from "@/lib/client/queries";
import type { RoomList } from "@/lib/client/room-list";

export type DeviceCopy = {
  client: QueryClient;
  seed: { me: Me; rooms: RoomList; blocks: number[]; cursor: string | null };
  words: Words;
  now: Date;
};

/** What the person who is signed in here saw last, for a page that the server did not make; null when there is nothing. */
export async function openCopy(): Promise<DeviceCopy | null> {
  const person = personHere();
  const database = person === null ? null : await openDeviceDatabase(person);
  if (!database) return null;
  try {
    const client = makeQueryClient();
    const restored = await restoreCopy(client, database);
    const me = client.getQueryData<Me>(keys.me);
    const rooms = client.getQueryData<RoomList>(keys.rooms);
    if (!restored || !me || !rooms) return null;
    const blocks = client.getQueryData<number[]>(keys.blocks) ?? [];
    const { cursor, words } = restored;
    return { client, seed: { me, rooms, blocks, cursor }, words, now: new Date() };
  } catch {
    return null;
  } finally {
    database.close();
  }
}
