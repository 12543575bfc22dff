import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { decodeJwt } from "jose";
import { encode } from "next-auth/jwt";
import sharp from "sharp";
import { database } from "@/db/database";
import { config } from "@/lib/config/config";
import type { PushDevice } from "@/lib/contract/push-device";
import type { Attachment, Me, Message, Property, Room, Task } from "@/lib/contract/shapes";
import { Authenticator } from "@/e2e/setup/authenticator";
import { cast, type Person } from "@/e2e/setup/cast";
import { RestClient } from "@/e2e/setup/rest-client";
import { formOf } from "@/e2e/setup/upload";
import { type Actor, type Known, standingOf } from "./actors";

export type Refusing = Record<"silenced" | "announced" | "blocked", { room: Room; message: Message }>;
type Extra = "guest" | "boss" | "passer";

const password = "a long enough password";

/** The session that an access token belongs to. */
export const sessionOf = (access: string): string => String(decodeJwt(access).sid);

/**
 * What the rows of the matrix act on. The people are seeded once; a shared room serves every call that leaves it as it is,
 * and whoever changes something makes a fresh one.
 */
export class Stage {
  private constructor(
    readonly url: string,
    readonly people: Record<Known | Extra, Person>,
    readonly room: Room,
    readonly message: Message,
    readonly closed: { room: Room; message: Message },
    /** Rooms with a message of the sender's, who may write in none of them any more. */
    readonly refusing: Refusing,
    readonly picture: Uint8Array<ArrayBuffer>,
  ) {}

  static async set(url: string): Promise<Stage> {
    const people = await cast(url, {
      deactivated: "staff",
      stranger: "staff",
      removed: "staff",
      viewer: "viewer",
      participant: "staff",
      sender: "staff",
      admin: "staff",
      manager: "manager",
      superuser: "superuser",
      /** Comes into rooms, for those who add people. */
      guest: "staff",
      /** A superuser: above everybody. */
      boss: "superuser",
      /** Somebody whose devices are signed out. */
      passer: "staff",
    });
    // Large enough to have a preview beside its thumbnail.
    const bytes = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#39c" } })
      .png()
      .toBuffer();
    const picture = new Uint8Array(bytes);
    const blank = new Stage(
      url,
      people,
      {} as Room,
      {} as Message,
      { room: {} as Room, message: {} as Message },
      {} as Refusing,
      picture,
    );
    const room = await blank.freshRoom(["deactivated"]);
    const form = formOf(
      { room: room.id, content: "With a picture" },
      { attachment: { bytes: picture, name: "a.png" } },
    );
    const message = await blank.post<Message>("sender", "/api/chat/messages/", form);
    const closedRoom = await blank.freshRoom();
    const closed = { room: closedRoom, message: await blank.freshMessage(closedRoom) };
    await blank.post("admin", `/api/chat/rooms/${closedRoom.id}/archive/`);
    await people.boss.rest.patch(`/api/users/${people.deactivated.id}/`, { is_active: false });
    return new Stage(url, people, room, message, closed, await blank.refuse(), picture);
  }

  private async refuse(): Promise<Refusing> {
    const direct = await this.post<Room>("sender", "/api/chat/rooms/", { participant_ids: [this.id("boss")] });
    const [silenced, announced] = [await this.freshRoom(), await this.freshRoom()];
    const refusing = {
      silenced: { room: silenced, message: await this.freshMessage(silenced) },
      announced: { room: announced, message: await this.freshMessage(announced) },
      blocked: { room: direct, message: await this.freshMessage(direct) },
    };
    await this.post("admin", `/api/chat/participants/${this.seat("sender", silenced)}/silence/`, {});
    await this.people.admin.rest.patch(`/api/chat/rooms/${announced.id}/`, { who_writes: "admins" });
    await this.post("boss", `/api/users/${this.id("sender")}/block/`);
    return refusing;
  }

  id(name: Known | Extra): number {
    return this.people[name].id;
  }

  /** What somebody is answered who does what they may. */
  async post<T>(name: Known | Extra, path: string, body?: unknown): Promise<T> {
    const answer = await this.people[name].rest.post(path, body);
    if (answer.status >= 400) throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  /** The admin's group with participant, sender and viewer in it, from which one was removed. */
  async freshRoom(more: (Known | Extra)[] = []): Promise<Room> {
    const names = ["participant", "sender", "viewer", "removed", ...more] as const;
    const participant_ids = names.map((name) => this.id(name));
    const body = { room_type: "group", name: "A group", participant_ids };
    const room = await this.post<Room>("admin", "/api/chat/rooms/", body);
    const gone = await this.people.admin.rest.delete(`/api/chat/participants/${this.seat("removed", room)}/`);
    if (gone.status !== 204) throw new Error(`The removal was refused: ${JSON.stringify(gone.body)}`);
    return room;
  }

  freshMessage(room: Room = this.room): Promise<Message> {
    return this.post("sender", "/api/chat/messages/", { room: room.id, content: "A message", client_id: randomUUID() });
  }

  /** A direct room that the admin has made. */
  direct(): Promise<Room> {
    return this.post("admin", "/api/chat/rooms/", { participant_ids: [this.id("participant")] });
  }

  /** The id of somebody's participation in a room. */
  seat(name: Known | Extra, room: Room = this.room): number {
    const found = room.participants.find(({ user }) => user.id === this.id(name));
    if (!found) throw new Error(`${name} is not in the room.`);
    return found.id;
  }

  /** As many pins, reactions or the like as fit are counted in the room's row: nobody has to make them one by one. */
  async fillPins(room: Room): Promise<void> {
    await database().db.execute(sql`update rooms set pinned_count = 100 where id = ${room.id}`);
  }

  upload(name: Known | Extra = "sender"): Promise<Attachment> {
    const form = formOf({}, { file: { bytes: this.picture, name: "a.png", type: "image/png" } });
    return this.post(name, "/api/chat/attachments/", form);
  }

  /** The path of an upload of the sender's, of which these bytes have come. */
  async uploadInParts(name: string, bytes: Uint8Array<ArrayBuffer>, length: number): Promise<string> {
    const headers = { "tus-resumable": "1.0.0", authorization: `Bearer ${this.people.sender.access}` };
    const metadata = `filename ${Buffer.from(name).toString("base64")}`;
    const begun = await fetch(`${this.url}/api/chat/uploads/`, {
      method: "POST",
      headers: { ...headers, "upload-length": String(length), "upload-metadata": metadata },
    });
    if (!begun.ok) throw new Error(`The upload was refused: ${await begun.text()}`);
    const { pathname } = new URL(begun.headers.get("location") ?? "", this.url);
    await fetch(this.url + pathname, {
      method: "PATCH",
      headers: { ...headers, "content-type": "application/offset+octet-stream", "upload-offset": "0" },
      body: bytes,
    });
    return pathname;
  }

  /** The id of a phone on which the guest is notified. */
  async pushDevice(): Promise<string> {
    const body = { token: randomUUID(), platform: "ios" };
    return (await this.post<PushDevice>("guest", "/api/devices/", body)).id;
  }

  property(): Promise<Property> {
    return this.post("manager", "/api/properties/", { name: "Villa Mar" });
  }

  /** The sender's task. */
  task(): Promise<Task> {
    return this.post("manager", "/api/tasks/", { title: "Mow the lawn", assigned_to: this.id("sender") });
  }

  account(): Promise<Me> {
    return this.post("boss", "/api/users/", { username: `u${randomUUID()}`, password: "a long password" });
  }

  /** Somebody new of the staff, signed in. */
  async newcomer() {
    const { id, username } = await this.account();
    const credentials = { username, password: "a long password" };
    const { body } = await new RestClient(this.url).post("/api/token/", credentials);
    return { id, credentials, access: (body as { access: string }).access };
  }

  /** The same with a second factor. */
  async enrolled() {
    const { id, credentials, access } = await this.newcomer();
    const app = await Authenticator.enrol(new RestClient(this.url, access), credentials.password);
    return { id, credentials, access, app };
  }

  /** The token of somebody new of the actor's role: for calls that take away what the actor still needs. */
  async double(actor: Actor): Promise<{ access?: string }> {
    const standing = standingOf(actor);
    if (!standing) return {};
    if (standing.closed) return { access: this.people.deactivated.access };
    const username = `d${randomUUID()}`;
    await this.post("boss", "/api/users/", { username, password, role: standing.role });
    return { access: (await this.#enter(username)).access };
  }

  /** Such a double with a second factor, and a code of it; whoever may not be here has none. */
  async enrolledDouble(actor: Actor): Promise<{ as: { access?: string }; otp: string }> {
    const as = await this.double(actor);
    const standing = standingOf(actor);
    if (!standing || standing.closed) return { as, otp: "123456" };
    const app = await Authenticator.enrol(new RestClient(this.url, as.access), password);
    return { as, otp: app.code(1) };
  }

  /** The token of a session of theirs that a PIN at a shared device has opened. */
  async byPin(actor: Known): Promise<string> {
    const { access } = await this.signIn(actor);
    const { id } = await this.post<{ id: string }>("boss", "/api/admin/shared-devices/", { name: "Tablet" });
    await database().db.execute(
      sql`update sessions set shared_device_id = ${id} where id = ${sessionOf(access)}::uuid`,
    );
    return access;
  }

  /** What a browser of a token's session sends. */
  async browser(access: string | undefined): Promise<Record<string, string>> {
    const origin = config().APP_URL;
    if (access === undefined) return { origin };
    const token = await encode({ token: { sid: sessionOf(access) }, secret: config().AUTH_SECRET, maxAge: 3600 });
    return { origin, cookie: `next-auth.session-token=${token}` };
  }

  signIn(name: Known | Extra): Promise<{ access: string; refresh: string }> {
    return this.#enter(this.people[name].username);
  }

  async #enter(username: string): Promise<{ access: string; refresh: string }> {
    const answer = await new RestClient(this.url).post("/api/token/", { username, password });
    return answer.body as { access: string; refresh: string };
  }
}
