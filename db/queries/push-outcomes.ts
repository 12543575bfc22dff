import { sql } from "drizzle-orm";
import type { Db } from "@/db/database";

export type DeliveryOutcome = {
  id: number;
  /** `queued`: it is tried once more. */
  status: "queued" | "accepted" | "skipped" | "gone" | "failed";
  reason: string | null;
  /** Which the push service has said something of; null when none was asked. */
  device: string | null;
};

/**
 * Puts on record what came of many at once, in one statement and in the order in which it came: a device keeps what came of
 * its last one, and goes with any that found it gone. Devices are held in the order of their ids, so that nodes never
 * deadlock.
 */
export async function recordOutcomes(db: Db, outcomes: DeliveryOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const given = JSON.stringify(outcomes.map((outcome, place) => ({ place, ...outcome })));
  await db.execute(sql`
    with given as materialized (select * from jsonb_to_recordset(${given}::text::jsonb)
        as x (place int, id bigint, status text, reason text, device uuid)),
      told as (select distinct on (device) device, reason, bool_or(status = 'gone') over (partition by device) as gone
        from given where device is not null order by device, place desc),
      held as (select v.id, t.reason, t.gone from push_devices v join told t on t.device = v.id
        order by v.id for no key update of v),
      gone as (delete from push_devices v using held h where v.id = h.id and h.gone),
      noted as (update push_devices v set failure = h.reason,
          accepted_at = case when h.reason is null then clock_timestamp() else v.accepted_at end,
          failed_at = case when h.reason is null then v.failed_at else clock_timestamp() end
        from held h where v.id = h.id and not h.gone)
    update push_deliveries d set status = g.status, reason = g.reason, changed_at = clock_timestamp()
      from given g where d.id = g.id`);
}
