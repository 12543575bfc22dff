import { presentPeople } from "@/lib/domain/presence/present-people";
import type { BlockHint } from "@/lib/events/hint";
import { log } from "@/lib/log/log";
import { channelEmit, devicesOf, presenceEmit } from "./channel-emit";
import { connectionsOf } from "./people";

/**
 * The devices of whoever blocked somebody hear of it. Each of the two then sees the other anew: as away while it lasts, as
 * they are once it is taken back.
 */
export async function tellOfBlock({ user_id, other_id, on }: BlockHint): Promise<void> {
  channelEmit(devicesOf(user_id), "block", { user_id: other_id, blocked: on });
  const two = [user_id, other_id];
  if (two.every((id) => [...connectionsOf(id)].length === 0)) return;
  try {
    for (const { sign, apart } of await presentPeople(two, [], [])) {
      const reader = sign.user_id === user_id ? other_id : user_id;
      const hidden = { user_id: sign.user_id, status: "offline", last_active_at: null } as const;
      presenceEmit([devicesOf(reader)], apart.includes(reader) ? hidden : sign, []);
    }
  } catch (error) {
    log.warn({ err: error }, "two of whom one blocked the other still see whether the other is there");
  }
}
