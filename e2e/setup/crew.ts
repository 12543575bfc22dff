import { expect } from "vitest";
import type { Message, Room } from "@/lib/contract/shapes";
import type { Person } from "./cast";
import { ContractClient, type SlashForm } from "./contract-client";

/**
 * People of a contract test in one form of the paths, with what nearly every test begins with. `here` is asked at each
 * call: tests are described before the server runs.
 */
export function crew<K extends string>(form: SlashForm, here: () => { url: string; people: Record<K, Person> }) {
  const as = (name: K) => new ContractClient(here().url, form, here().people[name].access);
  /** A group of which the first person is the admin. */
  const group = async ([first, ...others]: [K, ...K[]], name = "A group"): Promise<Room> => {
    const participant_ids = others.map((other) => here().people[other].id);
    const made = await as(first).post("/api/chat/rooms/", { room_type: "group", name, participant_ids });
    expect(made.status).toBe(201);
    return made.body as Room;
  };
  const send = async (name: K, room: string, content: string, more: Record<string, unknown> = {}): Promise<Message> => {
    const sent = await as(name).post("/api/chat/messages/", { room, content, ...more });
    expect(sent.status).toBe(201);
    return sent.body as Message;
  };
  return { as, group, send };
}
