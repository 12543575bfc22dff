import type { Db } from "@/db/database";
import { events, messages } from "@/db/schema/messages";
import { participants, readMarks, rooms } from "@/db/schema/rooms";
import { type BuiltMessage, buildMessages, idOf } from "./build-room";
import type { rooms as seedRooms } from "./content/rooms";

type SeedRoom = (typeof seedRooms)[number];
type Ids = { user(name: string): number; house(index: number): number; task(index: number): number };

/** A room with its log, people, messages and read states, all rows at once. */
export async function seedRoom(tx: Db, room: SeedRoom, index: number, ids: Ids, now: Date): Promise<void> {
  const end = new Date(now.getTime() - room.quietHours * 3_600_000);
  const built = buildMessages(index, room.lines, end);
  const first = built[0];
  const last = built.at(-1);
  if (!first || !last) throw new Error("A room of the demo has no message.");
  const madeAt = new Date(first.at.getTime() - 60_000);
  const roomId = idOf(index, 0, madeAt.getTime());
  const members = room.people.map((name) => ids.user(name));
  const creator = members[0] ?? null;

  await tx.insert(rooms).values({
    id: roomId,
    roomType: room.type,
    name: room.name ?? "",
    description: room.description ?? "",
    whoWrites: room.onlyAdminsWrite ? "admins" : "everybody",
    taskId: room.type === "task" ? ids.task(room.of ?? 0) : null,
    propertyId: room.type === "property" ? ids.house(room.of ?? 0) : null,
    directKey: room.type === "direct" ? [...members].sort((a, b) => a - b).join(":") : null,
    createdById: creator,
    createdAt: madeAt.toISOString(),
    modifiedAt: last.at.toISOString(),
    lastSeq: last.seq,
    lastMessageId: last.id,
    lastActivityAt: last.at.toISOString(),
    messageTotal: built.length,
    messageCount: built.length,
    pinnedCount: built.filter((message) => message.pinned).length,
    participantCount: members.length,
  });
  await tx.insert(messages).values(built.map((message) => messageRow(message, built, roomId, members, ids)));
  await tx.insert(events).values([
    { roomId, seq: 1, type: "room.created", at: madeAt.toISOString(), userId: creator },
    ...built.map(({ id, seq, at, sender }) => ({
      roomId,
      seq,
      type: "message.created",
      at: at.toISOString(),
      messageId: id,
      userId: ids.user(sender),
    })),
  ]);
  await seedReaders(tx, room, roomId, built, ids, { madeAt, now });
}

function messageRow(message: BuiltMessage, all: BuiltMessage[], roomId: string, members: number[], ids: Ids) {
  const sender = ids.user(message.sender);
  const place = all.indexOf(message);
  return {
    id: message.id,
    roomId,
    seq: message.seq,
    number: message.number,
    senderId: sender,
    content: message.content,
    replyToId: message.replyTo === null ? null : (all[message.replyTo]?.id ?? null),
    threadRootId: message.threadRoot === null ? null : (all[message.threadRoot]?.id ?? null),
    replyCount: all.filter((other) => other.threadRoot === place).length,
    pinnedAt: message.pinned ? message.at.toISOString() : null,
    mentions: message.mentionsAll ? members : [],
    mentionsAll: message.mentionsAll,
    reactions: message.reactions.map(({ emoji, people }) => ({
      emoji,
      user_ids: people.map((name) => ids.user(name)),
    })),
    createdAt: message.at.toISOString(),
    modifiedAt: message.at.toISOString(),
  };
}

/** Each person read in several steps, a few minutes after the messages; the last ones perhaps not at all. */
async function seedReaders(
  tx: Db,
  room: SeedRoom,
  roomId: string,
  built: BuiltMessage[],
  ids: Ids,
  { madeAt, now }: { madeAt: Date; now: Date },
): Promise<void> {
  const marks: { roomId: string; userId: number; seq: number; readAt: string }[] = [];
  const rows = room.people.map((name, place) => {
    const own = built.findLast((message) => message.sender === name)?.seq ?? 1;
    const until = Math.max(own, (built.at(-1)?.seq ?? 1) - (room.unread?.[name] ?? 0));
    const mine = built
      .filter(({ seq }) => seq <= until && (seq === until || seq % 5 === place % 5))
      .map(({ seq, at, sender }) => {
        const delay = sender === name ? 0 : (2 + ((seq * 13 + place * 29) % 17)) * 60_000;
        return { seq, at: Math.min(at.getTime() + delay, now.getTime()) };
      });
    let latest = 0;
    for (const mark of mine) {
      latest = Math.max(latest, mark.at);
      marks.push({ roomId, userId: ids.user(name), seq: mark.seq, readAt: new Date(latest).toISOString() });
    }
    return {
      roomId,
      userId: ids.user(name),
      isAdmin: room.type !== "direct" && (place === 0 || name === "maria"),
      joinedAt: madeAt.toISOString(),
      lastReadSeq: until,
      lastReadAt: new Date(latest).toISOString(),
    };
  });
  await tx.insert(participants).values(rows);
  await tx.insert(readMarks).values(marks);
}
