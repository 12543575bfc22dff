import { setTimeout as wait } from "node:timers/promises";
import type { Product } from "./product";

/** A browser's keys: the uncompressed base point of P-256, and sixteen bytes. */
const p256dh = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";
const auth = "AAAAAAAAAAAAAAAAAAAAAA";

/** Thousands of people of one room who are elsewhere, each with a browser that is notified. */
export class PushCrowd {
  private constructor(
    private readonly product: Product,
    private readonly room: string,
    private readonly service: string,
  ) {}

  static async gather(product: Product, room: string, count: number, service: string): Promise<PushCrowd> {
    await product.query(`insert into users (username) select 'crowd-' || n from generate_series(1, ${count}) n`);
    await product.query(`insert into participants (room_id, user_id)
      select '${room}', id from users where username like 'crowd-%'`);
    await product.query(`update rooms set participant_count = participant_count + ${count} where id = '${room}'`);
    await product.query(`insert into sessions (user_id, kind, expires_at)
      select id, 'browser', now() + interval '1 day' from users where username like 'crowd-%'`);
    await product.query("analyze");
    return new PushCrowd(product, room, service);
  }

  /** Everybody is subscribed, and something is said to them. Resolves when the first of them was notified. */
  async call(token: string): Promise<void> {
    await this.product.query(`insert into push_devices (user_id, session_id, kind, address, p256dh, auth, platform)
      select s.user_id, s.id, 'web', '${this.service}/push/' || s.user_id, '${p256dh}', '${auth}', 'web'
      from sessions s join users u on u.id = s.user_id where u.username like 'crowd-%'`);
    const answer = await fetch(`${this.product.url}/api/chat/messages/`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ room: this.room, content: "Good morning, everybody" }),
    });
    if (answer.status !== 201) throw new Error(`The message to all was answered with ${answer.status}.`);
    for (let end = Date.now() + 60_000; (await this.count("accepted")) === 0; await wait(50)) {
      if (Date.now() > end) throw new Error("Nobody was notified.");
    }
  }

  /** How many notifications are so far. */
  async count(status: "accepted" | "queued"): Promise<number> {
    const [row] = await this.product.query(
      `select count(*)::int as n from push_deliveries where status = '${status}' and user_id in
        (select id from users where username like 'crowd-%')`,
    );
    return Number(row?.n);
  }

  /** Nobody is subscribed any more, and nothing waits for anybody. */
  async dismiss(): Promise<void> {
    await this.product.query("delete from push_devices");
    // The jobs then find nothing, instead of noting for each why it was not sent.
    await this.product.query("delete from push_deliveries");
    const left = async () =>
      Number(
        (
          await this.product.query(
            "select count(*)::int as n from graphile_worker.jobs where task_identifier in ('push', 'push-crowd', 'notify-room')",
          )
        )[0]?.n,
      );
    while ((await left()) > 0) await wait(100);
    await this.product.query("delete from push_deliveries");
  }
}
