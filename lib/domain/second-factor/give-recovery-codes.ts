import type { Db } from "@/db/database";
import { putRecoveryCodes } from "@/db/queries/second-factors";
import { newWrittenCode } from "../written-code";

const howMany = 10;

/** New recovery codes in the place of all earlier ones; only what this gives back knows them. */
export async function giveRecoveryCodes(tx: Db, userId: number): Promise<string[]> {
  const made = Array.from({ length: howMany }, () => newWrittenCode("recovery"));
  const hashes = made.map(({ codeHash }) => codeHash);
  await putRecoveryCodes(tx, userId, hashes);
  return made.map(({ code }) => code);
}
