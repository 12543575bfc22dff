import { readFile } from "node:fs/promises";
import { roomPicture } from "./room-picture.mjs";

/** @typedef {import("@playwright/test").APIRequestContext} Caller */
/** @typedef {{ id: string, participants: { id: number, user: { id: number } }[] }} Room */

/** Somebody nobody has written to, and who wrote to nobody. */
export const newcomer = { username: "nina", password: "aristay-demo-nina", first_name: "Nina", last_name: "Ortiz" };

/** For the shared device. */
export const bobsPin = "270451";

/**
 * What the demo lacks and the pictures shall show: photos and a pair, files, a voice message, somebody silenced,
 * an empty room, texts that wait for a moderator, reports, a hidden message, a warning, a block, people with a PIN.
 *
 * @param {string} address
 * @param {(username: string) => Promise<Caller>} callerOf
 */
export async function setStage(address, callerOf) {
  /** @param {string} username @param {string} path @param {unknown} data @returns {Promise<unknown>} */
  const post = async (username, path, data) => {
    const answer = await (await callerOf(username)).post(address + path, { headers: { origin: address }, data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
  };
  /** @type {(username: string, body: object) => Promise<string>} */
  const report = async (username, body) => idOf(await post(username, "/api/reports/", { note: "", ...body }));
  /** @type {(id: string, body: object) => Promise<unknown>} */
  const decide = (id, body) => post("admin", `/api/admin/reports/${id}/decisions/`, body);
  /** @type {(username: string, file: { name: string, mimeType: string, buffer: Buffer }, more?: Record<string, string>) => Promise<string>} */
  const upload = async (username, file, more) => {
    const answer = await (
      await callerOf(username)
    ).post(`${address}/api/chat/attachments/`, { headers: { origin: address }, multipart: { file, ...more } });
    if (!answer.ok()) throw new Error(`${file.name}: ${answer.status()} ${await answer.text()}`);
    return idOf(await answer.json());
  };
  /** @type {(username: string, room: string, content: string, more?: object) => Promise<string>} */
  const say = async (username, room, content, more) =>
    idOf(await post(username, "/api/chat/messages/", { room, content, ...more }));
  /** @type {(username: string, names: string[]) => Promise<number[]>} */
  const idsOf = (username, names) =>
    Promise.all(
      names.map(async (name) => {
        const found = await (await callerOf(username)).get(`${address}/api/users/?search=${name}`);
        /** @type {unknown} */
        const answer = await found.json();
        const { results } = /** @type {{ results: { id: number }[] }} */ (answer);
        if (!results[0]) throw new Error(`nobody is called ${name}`);
        return results[0].id;
      }),
    );
  /** @type {(username: string, name: string, names: string[]) => Promise<Room>} */
  const group = async (username, name, names) => {
    const participant_ids = await idsOf(username, names);
    const made = await post(username, "/api/chat/rooms/", { room_type: "group", name, participant_ids });
    return /** @type {Room} */ (made);
  };

  const photo = async (/** @type {number} */ nth) => ({
    name: `IMG_204${nth}.jpg`,
    mimeType: "image/jpeg",
    buffer: Buffer.from(await roomPicture(nth)),
  });
  const maintenance = await roomOf(await callerOf("maria"), address, "Maintenance");
  const shutter = [];
  for (const nth of [0, 1, 2]) shutter.push(await upload("maria", await photo(nth)));
  await say("maria", maintenance, "Bedroom 2. The shutter runs again.", { attachment_ids: shutter });
  const pair = [await upload("bob", await photo(1)), await upload("bob", await photo(2))];
  await say("bob", maintenance, "Living room", { attachment_ids: pair, before_after: true });
  const list = { name: "Spare parts.csv", mimeType: "text/csv", buffer: Buffer.from("part,count\nbelt,2\n") };
  await say("bob", maintenance, "What we have left in the van.", { attachment_ids: [await upload("bob", list)] });
  const recording = { name: "voice.m4a", mimeType: "audio/mp4", buffer: await readFile("e2e/setup/sample.m4a") };
  const waveform = JSON.stringify(Array.from({ length: 64 }, (_, at) => Math.round(128 + 110 * Math.sin(at * 0.9))));
  const voice = await upload("bob", recording, { kind: "voice", duration_ms: "1000", waveform });
  await say("bob", maintenance, "", { attachment_ids: [voice] });

  const shift = await group("maria", "Weekend shift", ["jonas", "tomas", "dave"]);
  await say("tomas", shift.id, "Who takes Sunday morning?");
  const rude = await say("jonas", shift.id, "Not me again, do it yourselves, you lazy lot!");
  const silly = await say("dave", shift.id, "BUY CHEAP WATCHES at a friend's shop, write to me!!!");
  await say("tomas", shift.id, "Then I will ask Maria.");
  const insult = await report("tomas", { message: rude, reason: "harassment", note: "Every week." });
  await decide(insult, { action: "hide" });
  const jonas = (await idsOf("maria", ["jonas"]))[0];
  const member = shift.participants.find(({ user }) => user.id === jonas);
  await post("maria", `/api/chat/participants/${member?.id}/silence/`, {});
  await report("tomas", { message: silly, reason: "spam", note: "He does this in every group." });
  await report("rosa", { person: (await idsOf("rosa", ["charlie"]))[0], reason: "other" });
  const loud = await report("tomas", { person: (await idsOf("tomas", ["dave"]))[0], reason: "other" });
  const note = "Guests heard you in the yard. Please keep calls short and quiet while guests are there.";
  await decide(loud, { action: "warn", note });

  await group("maria", "Garden team", ["charlie"]);
  const priya = await idsOf("jonas", ["priya"]);
  const talk = await post("jonas", "/api/chat/rooms/", { participant_ids: priya });
  await say("jonas", idOf(talk), "Can I have Friday off?");
  await post("priya", `/api/users/${jonas}/block/`, {});
  await post("admin", "/api/users/", newcomer);
  for (const [username, pin] of Object.entries({ bob: bobsPin, dave: "804136", linh: "519374", priya: "660172" })) {
    await post(username, "/api/users/me/pin/", { current_password: "aristay-demo", pin });
  }

  const held = { kind: "words", value: "stupid, idiot", action: "hold", note: "We talk to each other kindly." };
  await post("admin", "/api/admin/filter/rules/", held);
  const garden = await group("maria", "Pool and garden", ["charlie", "bob", "dave"]);
  await say("charlie", garden.id, "The pump at Lakeside is off again.");
  await say("bob", garden.id, "I switched it off, the filter is full of leaves.");
  /** A refusal with its own code, which is as it should be. @type {(username: string, content: string) => Promise<string>} */
  const sayHeld = async (username, content) => {
    const caller = await callerOf(username);
    const data = { room: garden.id, content };
    await caller.post(`${address}/api/chat/messages/`, { headers: { origin: address }, data });
    /** @type {unknown} */
    const answer = await (await caller.get(`${address}/api/chat/held/`)).json();
    const { results } = /** @type {{ results: { id: string, content: string }[] }} */ (answer);
    const found = results.find((one) => one.content === content);
    if (!found) throw new Error(`nothing is held of ${username}`);
    return found.id;
  };
  const refused = await sayHeld("charlie", "Which idiot did that?");
  await post("maria", `/api/admin/held/${refused}/refuse/`, { reason: "Please ask without calling names." });
  await sayHeld("charlie", "Sorry. It was a stupid question, but who can clean it today?");
}

/** @param {unknown} made */
const idOf = (made) => /** @type {{ id: string }} */ (made).id;

/** @param {Caller} caller @param {string} address @param {string} words */
export async function roomOf(caller, address, words) {
  const found = await caller.get(`${address}/api/chat/rooms/?search=${encodeURIComponent(words)}`);
  /** @type {unknown} */
  const answer = await found.json();
  const { results } = /** @type {{ results: { id: string }[] }} */ (answer);
  if (!results[0]) throw new Error(`no room is found by ${words}`);
  return results[0].id;
}
