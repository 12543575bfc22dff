import { database } from "@/db/database";
import { selectAuditEnds, selectAuditFaults, selectAuditHash } from "@/db/queries/audit";

/**
 * What is wrong with the audit log, a sentence for each fault, and the end of its chain to be kept elsewhere: whoever
 * rules the database could write the whole chain anew, and only an end that was kept tells.
 */
export async function verifyAudit(keptEnd?: string): Promise<{ faults: string[]; rows: number; end: string }> {
  return database().db.transaction(
    async (tx) => {
      const ends = await selectAuditEnds(tx);
      const faults = (await selectAuditFaults(tx)).map(({ id, before, whole }) => {
        if (id !== before + 1) return `${range(before + 1, id - 1)} missing`;
        return whole ? "" : `row ${id} was changed, or stands where it was not written`;
      });
      if (ends.kept < ends.last) faults.push(`${range(ends.kept + 1, ends.last)} missing at the end`);
      else if (ends.kept > ends.last) faults.push(`${range(ends.last + 1, ends.kept)} not written by the log itself`);
      else if (!ends.same) faults.push(`row ${ends.kept} does not have the hash with which the log ended`);
      const [number = "", hash = ""] = keptEnd?.split(":") ?? [];
      if (keptEnd !== undefined && (await selectAuditHash(tx, Number(number))) !== hash) {
        faults.push(`row ${number} does not have the hash that was kept: the log was written anew`);
      }
      return { faults, rows: ends.last, end: `${ends.last}:${ends.hash}` };
    },
    { isolationLevel: "repeatable read" },
  );
}

const range = (from: number, to: number) => (from >= to ? `row ${to} is` : `rows ${from} to ${to} are`);
