import { database } from "@/db/database";
import { clearPinTries, countPinTry, holdPin, selectPin } from "@/db/queries/pins";
import { insertSession, revokeSessionRows } from "@/db/queries/sessions";
import { noteSharedDeviceUsed } from "@/db/queries/shared-devices";
import { verifyPassword } from "@/lib/auth/password";
import { ChatError } from "@/lib/contract/errors";
import type { User } from "@/lib/contract/shapes";
import { recordAudit } from "../audit/record-audit";
import { findSharedDevice } from "../shared-devices/find-shared-device";
import { briefOf } from "../users/present-me";
import { announceEnded } from "./end-sessions";

/** A shift. Before that the device locks itself. */
const seconds = 12 * 60 * 60;
const mostWrong = 5;

type Given = { token: string | undefined; user: number; pin: string; userAgent: string; address: string };

/**
 * Signs somebody in by their PIN at a shared device; whoever was in there by a PIN is out. Refuses with
 * `bad_credentials`, and with `rate_limited` after five wrong ones, for a time that doubles with each further one.
 */
export async function openPinSession(given: Given): Promise<{ user: User; sessionId: string }> {
  const { db } = database();
  const device = await findSharedDevice(given.token);
  const found = device && (await selectPin(db, given.user, device.taskGroup));
  if (!device || !found) {
    await verifyPassword(null, given.pin);
    throw wrong();
  }
  const { user, pinHash } = found;
  const counted = await countPinTry(db, device.id, user.id);
  if ("wait" in counted) throw new ChatError("rate_limited", "Too many wrong PINs.", { retryAfter: counted.wait });
  if (!(await verifyPassword(pinHash, given.pin))) {
    if (counted.failures === mostWrong) {
      await db.transaction((tx) =>
        recordAudit(tx, doer(user, given.address), {
          action: "person.pin_locked",
          target: { type: "person", id: user.id },
          details: { device: device.name },
        }),
      );
    }
    throw wrong();
  }
  const { sessionId, ended } = await db.transaction(async (tx) => {
    // While the PIN was looked at, the device or the PIN may have been ended.
    if (!(await noteSharedDeviceUsed(tx, device.id)) || !(await holdPin(tx, user.id, pinHash))) throw wrong();
    await clearPinTries(tx, device.id, user.id);
    const before = await revokeSessionRows(tx, { sharedDeviceId: device.id }, "signed_out");
    const { userAgent, address } = given;
    const facts = { userId: user.id, kind: "browser", userAgent, address, seconds } as const;
    return { sessionId: await insertSession(tx, { ...facts, sharedDeviceId: device.id }), ended: before };
  });
  announceEnded(ended, "signed_out");
  return { user: briefOf(user), sessionId };
}

const wrong = () => new ChatError("bad_credentials", "The PIN is wrong.");
const doer = (user: { id: number; username: string }, address: string) => ({
  userId: user.id,
  username: user.username,
  address,
});
