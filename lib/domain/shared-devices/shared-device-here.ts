import { database } from "@/db/database";
import { selectPeopleWithPin } from "@/db/queries/pins";
import { selectSettings } from "@/db/queries/settings";
import type { User } from "@/lib/contract/shapes";
import type { SharedDeviceHere } from "@/lib/contract/shared-devices";
import { briefOf } from "../users/present-me";
import { findSharedDevice } from "./find-shared-device";
import { usualLockMinutes } from "./usual-lock-minutes";

/** More names than anybody looks through at a door; whoever is not among them uses the password. */
const most = 200;

/** The shared device that asks, by the token of its cookie; null for every other browser. */
export async function sharedDeviceHere(token: string | undefined): Promise<SharedDeviceHere | null> {
  const device = await findSharedDevice(token);
  if (!device) return null;
  return { name: device.name, lockMinutes: (await selectSettings(database().db)).lockMinutes ?? usualLockMinutes };
}

/** Whose names the door of this device shows; null where it is no shared device. */
export async function peopleAtDoor(
  token: string | undefined,
): Promise<{ name: string; people: Pick<User, "id" | "full_name">[] } | null> {
  const device = await findSharedDevice(token);
  if (!device) return null;
  const rows = await selectPeopleWithPin(database().db, device.taskGroup, most);
  return { name: device.name, people: rows.map((row) => ({ id: row.id, full_name: briefOf(row).full_name })) };
}
