import type { ShownMessage } from "../history/entry";
import { shown, type WireEvent, type WireMessage } from "./wire";

/** What a device shows of its rooms, made from events alone: each room's numbers are taken in order, each once. */
export class Screen {
  readonly heads = new Map<string, number>();
  readonly rooms = new Map<string, Map<string, ShownMessage>>();

  constructor(private readonly me: number) {}

  /** Takes in a batch; false when one before it is missing. */
  apply(batch: WireEvent[]): boolean {
    let complete = true;
    for (const event of batch) {
      if (event.seq === undefined) continue;
      const head = this.heads.get(event.room);
      if (head !== undefined && event.seq <= head) continue;
      if (head !== undefined && event.seq > head + 1) {
        complete = false;
        continue;
      }
      this.heads.set(event.room, event.seq);
      this.#show(event);
    }
    return complete;
  }

  load(room: string, head: number, messages: WireMessage[]): void {
    this.heads.set(room, head);
    this.rooms.set(room, new Map(messages.map((message) => [message.id, shown(message)])));
  }

  clear(): void {
    this.heads.clear();
    this.rooms.clear();
  }

  messages(room: string): ShownMessage[] {
    return [...(this.rooms.get(room)?.values() ?? [])];
  }

  #show({ room, type, data }: WireEvent): void {
    const messages = this.rooms.get(room) ?? new Map<string, ShownMessage>();
    this.rooms.set(room, messages);
    if (type.startsWith("message.") && data.id !== undefined) messages.set(data.id, shown(data as WireMessage));
    if (type === "reaction.changed") {
      const message = messages.get(data.message_id ?? "");
      if (message) message.reactions = Object.fromEntries((data.reactions ?? []).map((r) => [r.emoji, r.user_ids]));
    }
    if (type === "participant.left" && data.user?.id === this.me) {
      this.heads.delete(room);
      this.rooms.delete(room);
    }
  }
}
