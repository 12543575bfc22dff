import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/database";
import { deliveryStatuses } from "@/db/schema/notifications";
import { containing } from "./containing";
import type { UserBrief } from "./messages";

type Platform = "web" | "android" | "ios";
type Bounds = { limit: number; offset: number };
export type DeviceFilter = { search?: string; platform?: Platform; status: "all" | "failing" };

export type AnyDeviceRow = {
  id: string;
  user: UserBrief;
  kind: "web" | "fcm";
  platform: Platform;
  address: string;
  created_at: string;
  accepted_at: string | null;
  failed_at: string | null;
  failure: string | null;
};

export type FailureRow = {
  id: number;
  at: string;
  user: UserBrief;
  platform: Platform | null;
  subject: string;
  status: "gone" | "failed";
  reason: string | null;
  tries: number;
};

const brief = sql`json_build_object('id', u.id, 'username', u.username, 'first_name', u.first_name,
  'last_name', u.last_name, 'email', u.email) as user`;
/** Those of sessions that have ended hear nothing, and are about to be forgotten. */
const devices = sql`from push_devices d join users u on u.id = d.user_id
  join sessions s on s.id = d.session_id and s.revoked_at is null and s.expires_at > clock_timestamp()`;

/** Every device of everybody, the last registered first. */
export async function selectAnyDevices(
  db: Db,
  { search, platform, status }: DeviceFilter,
  { limit, offset }: Bounds,
): Promise<{ count: number; rows: AnyDeviceRow[] }> {
  const conditions: SQL[] = [sql`true`];
  if (platform) conditions.push(sql`d.platform = ${platform}`);
  if (status === "failing") conditions.push(sql`d.failure is not null`);
  if (search) {
    const words = containing(search);
    conditions.push(sql`(fold_text(u.username) like fold_text(${words})
      or fold_text(u.first_name || ' ' || u.last_name) like fold_text(${words}))`);
  }
  const where = sql.join(conditions, sql` and `);
  const [total] = await db.execute<{ count: number }>(sql`select count(*)::int as count ${devices} where ${where}`);
  const rows = await db.execute<AnyDeviceRow>(sql`
    select d.id, ${brief}, d.kind, d.platform, d.address, d.created_at::text, d.accepted_at::text, d.failed_at::text,
      d.failure ${devices} where ${where} order by d.created_at desc, d.id limit ${limit} offset ${offset}`);
  return { count: total?.count ?? 0, rows: [...rows] };
}

/** Takes a device off the list, whoever it belongs to; undefined when it is not there. */
export async function takePushDevice(tx: Db, id: string): Promise<{ user_id: number; platform: Platform } | undefined> {
  const [row] = await tx.execute<{ user_id: number; platform: Platform }>(
    sql`delete from push_devices where id = ${id} returning user_id, platform`,
  );
  return row;
}

/** What did not arrive, the newest first. */
export async function selectFailures(
  db: Db,
  { limit, offset }: Bounds,
): Promise<{ count: number; rows: FailureRow[] }> {
  const failed = sql`d.status in ('gone', 'failed')`;
  const [total] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from push_deliveries d where ${failed}`,
  );
  const rows = await db.execute<FailureRow>(sql`
    select d.id::float8 as id, d.changed_at::text as at, ${brief}, v.platform, d.subject, d.status, d.reason, d.tries
    from push_deliveries d join users u on u.id = d.user_id left join push_devices v on v.id = d.device_id
    where ${failed} order by d.changed_at desc, d.id desc limit ${limit} offset ${offset}`);
  return { count: total?.count ?? 0, rows: [...rows] };
}

export type DayOfPushes = Record<(typeof deliveryStatuses)[number], number>;

/** What is now of everything that was put on record within the last 24 hours. */
export async function selectDayOfPushes(db: Db): Promise<DayOfPushes> {
  const rows = await db.execute<{ status: keyof DayOfPushes; n: number }>(sql`
    select status, count(*)::int as n from push_deliveries
    where created_at > clock_timestamp() - interval '1 day' group by status`);
  const none = Object.fromEntries(deliveryStatuses.map((status) => [status, 0])) as DayOfPushes;
  return { ...none, ...Object.fromEntries(rows.map(({ status, n }) => [status, n])) };
}

export async function countPushDevices(db: Db): Promise<Record<Platform | "failing", number>> {
  const [row] = await db.execute<Record<Platform | "failing", number>>(sql`
    select count(*) filter (where d.platform = 'web')::int as web, count(*) filter (where d.platform = 'android')::int as android,
      count(*) filter (where d.platform = 'ios')::int as ios, count(*) filter (where d.failure is not null)::int as failing
    ${devices}`);
  return row ?? { web: 0, android: 0, ios: 0, failing: 0 };
}
