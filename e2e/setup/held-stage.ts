import { sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { database } from "@/db/database";
import type { HeldForModerators, HeldText } from "@/lib/contract/held";
import type { Room } from "@/lib/contract/shapes";
import { cast, type Person } from "./cast";
import type { Answer } from "./rest-client";

const messages = "/api/chat/messages/";
const queue = "/api/admin/held/";

/** A house in which whatever says "quark" waits: Ada writes, Mo and Max decide. */
export class HeldStage {
  private constructor(
    readonly url: string,
    readonly people: Record<"ada" | "ben" | "mo" | "max" | "boss", Person>,
    readonly room: Room,
  ) {}

  static async set(url: string): Promise<HeldStage> {
    const people = await cast(url, { ada: "staff", ben: "staff", mo: "manager", max: "manager", boss: "superuser" });
    const body = { kind: "words", value: "quark", action: "hold" };
    expect((await people.boss.rest.post("/api/admin/filter/rules/", body)).status).toBe(201);
    return new HeldStage(url, people, await madeBy(people.ben, people.ada));
  }

  /** Ben runs it. */
  freshRoom(): Promise<Room> {
    return madeBy(this.people.ben, this.people.ada);
  }

  post(content: string, more: object = {}): Promise<Answer> {
    const body = { room: this.room.id, content, client_id: randomUUID(), ...more };
    return this.people.ada.rest.post(messages, body);
  }

  async own(person = this.people.ada): Promise<HeldText[]> {
    return ((await person.rest.get("/api/chat/held/")).body as { results: HeldText[] }).results;
  }

  async waiting(): Promise<HeldForModerators[]> {
    const { body } = await this.people.mo.rest.get(`${queue}?page_size=100`);
    return (body as { results: HeldForModerators[] }).results;
  }

  /** Ada sends what is held. */
  async held(content: string, more: object = {}): Promise<HeldText> {
    expect(await this.post(content, more)).toMatchObject({ status: 422, body: { code: "filter_held" } });
    const found = (await this.own()).find((one) => one.content === content);
    if (!found) throw new Error("It is not held.");
    return found;
  }

  get(id: string, by = this.people.mo): Promise<Answer> {
    return by.rest.get(`${queue}${id}/`);
  }

  release(id: string, by = this.people.mo): Promise<Answer> {
    return by.rest.post(`${queue}${id}/release/`);
  }

  refuse(id: string, reason = "Not here"): Promise<Answer> {
    return this.people.mo.rest.post(`${queue}${id}/refuse/`, { reason });
  }

  takeBack(id: string, by = this.people.ada): Promise<Answer> {
    return by.rest.delete(`/api/chat/held/${id}/`);
  }

  /** How often a text lies where. */
  async rowsOf(content: string) {
    const [row] = await database().db.execute<{ held: number; sent: number }>(sql`select
      (select count(*)::int from held_texts where content = ${content}) as held,
      (select count(*)::int from messages where content = ${content}) as sent`);
    return row;
  }
}

async function madeBy(by: Person, other: Person): Promise<Room> {
  const body = { room_type: "group", name: "Roof", participant_ids: [other.id] };
  return (await by.rest.post("/api/chat/rooms/", body)).body as Room;
}
