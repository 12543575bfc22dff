import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { Providers } from "@/components/shell/providers";
import { pack } from "@/lib/client/packed";
import { listBlockedIds } from "@/lib/domain/blocks/list-blocked-ids";
import { currentCursor } from "@/lib/domain/events/current-cursor";
import { listRooms } from "@/lib/domain/rooms/list-rooms";
import { sharedDeviceHere } from "@/lib/domain/shared-devices/shared-device-here";
import { deviceToken, readerSession } from "../reader";

const FIRST = 50;

/** Around every page of the signed-in: the list of rooms, and the cursor from which the browser catches up. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const reader = await readerSession();
  // Every page inside sends strangers to the door itself, for only a page knows its own address.
  if (!reader) return children;
  // The cursor first: what happens while the list is read then comes twice rather than never.
  const cursor = await currentCursor(reader.ctx.userId);
  const [rooms, blocks, shared] = await Promise.all([
    listRooms(reader.ctx, { page: 1, page_size: FIRST }),
    listBlockedIds(reader.ctx),
    deviceToken().then(sharedDeviceHere),
  ]);
  return (
    <Providers seed={pack({ me: reader.me, rooms: { items: rooms.results, count: rooms.count }, blocks, cursor })}>
      <AppShell shared={shared}>{children}</AppShell>
    </Providers>
  );
}
