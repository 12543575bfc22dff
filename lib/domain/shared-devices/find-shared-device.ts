import { database } from "@/db/database";
import { selectSharedDeviceByToken, type SharedDeviceRow } from "@/db/queries/shared-devices";
import { deviceTokenHash } from "./device-token";

/** The approved device that a browser's cookie names. */
export async function findSharedDevice(token: string | undefined): Promise<SharedDeviceRow | undefined> {
  return token ? selectSharedDeviceByToken(database().db, deviceTokenHash(token)) : undefined;
}
