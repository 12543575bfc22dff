import type { Patch } from "../build/build-product";
import type { FaultName } from "../nemesis/faults";

/** The product with one promise broken. */
export type Broken = {
  name: string;
  what: string;
  patches: Patch[];
  /** Takes away what in the database would still keep the promise. */
  prepare?: string;
  nodes: 1 | 2;
  faults: FaultName[];
  seconds?: number;
};

const queue = "lib/domain/messages/send-queue.ts";
const batch = "db/migrations/0023_send_batch_held.sql";
const delivery = "lib/realtime/room-delivery.ts";
const sweeper = "lib/realtime/sweeper.ts";

const writtenTogether = `    verdicts = await writeRows(
      db,
      batch.map((item) => item.row),
    );`;
/** Tells of a batch while its transaction is still open, and commits a moment later. */
const toldInside = (told: string) => `    verdicts = await database().db.transaction(async (tx) => {
      const found = await sendBatch(tx, batch.map((item) => item.row));
      ${told}
      await new Promise((resolve) => setTimeout(resolve, 30));
      return found;
    });`;
const settle: Patch = {
  file: queue,
  from: `async function settle(batch: Waiting[], verdicts: SendVerdict[]): Promise<void> {`,
  to: `async function settle(batch: Waiting[], verdicts: SendVerdict[], early = false): Promise<void> {`,
};

export const brokenVariants: readonly Broken[] = [
  {
    name: "acknowledge-early",
    what: "sends are acknowledged and told before their commit",
    patches: [
      settle,
      { file: queue, from: writtenTogether, to: toldInside("await settle(batch, found);") },
      { file: queue, from: `    await settle(batch, verdicts);`, to: `` },
    ],
    nodes: 1,
    faults: ["postgres-cut", "postgres-kill"],
  },
  {
    name: "tell-early",
    what: "events leave before their commit",
    patches: [
      settle,
      { file: queue, from: writtenTogether, to: toldInside("await settle(batch, found, true);") },
      {
        file: queue,
        from: `for (const [room, events] of published) publish(`,
        to: `if (early) for (const [room, events] of published) publish(`,
      },
      {
        file: queue,
        from: `  for (const found of verdicts) {
    const { ord, verdict, id } = found;`,
        to: `  if (!early) for (const found of verdicts) {
    const { ord, verdict, id } = found;`,
      },
    ],
    nodes: 1,
    faults: ["postgres-cut", "postgres-kill"],
  },
  {
    name: "no-duplicate-check",
    what: "a retry is written again",
    patches: [
      {
        file: batch,
        from: "where sender_id = i.sender and client_id = i.client_id offset 0) e on true",
        to: "where false offset 0) e on true",
      },
    ],
    prepare: "drop index messages_sender_client_key; create index on messages (sender_id, client_id)",
    nodes: 1,
    faults: ["clients-cut", "clients-pause"],
  },
  {
    name: "sync-skips",
    what: "catching up leaves out the first event of a room",
    patches: [
      {
        file: "lib/domain/events/sync.ts",
        from: "events.push(...(await personalise(ctx, room.room_id, found)));",
        to: "events.push(...(await personalise(ctx, room.room_id, found)).slice(1));",
      },
    ],
    nodes: 1,
    faults: ["clients-cut"],
  },
  {
    name: "no-eviction",
    what: "whoever is removed goes on hearing",
    patches: [
      {
        file: delivery,
        from: "      for (const connection of this.audience.of((event.data as Participant).user.id)) {",
        to: "      for (const connection of [] as Connection[]) {",
      },
    ],
    nodes: 1,
    faults: ["clients-slow"],
  },
  {
    name: "removed-may-write",
    what: "a send does not ask whether its sender has left",
    patches: [{ file: batch, from: "when p.id is null or p.left_at is not null then", to: "when p.id is null then" }],
    nodes: 1,
    faults: ["clients-slow"],
  },
  {
    name: "seq-without-lock",
    what: "numbers are taken without holding the room",
    patches: [
      {
        file: batch,
        from: "order by r.id for no key update;",
        to: "order by r.id;",
      },
    ],
    prepare:
      "alter table events drop constraint events_pkey; create index on events (room_id, seq); " +
      "drop index messages_room_seq_key; create index on messages (room_id, seq); " +
      "drop index messages_room_number_key; create index on messages (room_id, number)",
    nodes: 2,
    faults: ["postgres-slow"],
  },
  {
    name: "lost-edit",
    what: "an edit is acknowledged and told, and not written",
    patches: [
      {
        file: "lib/domain/messages/edit-message.ts",
        from: "await replaceContent(tx, row.id, ctx.userId, { content: input.content, ...mentioned(input.content) });",
        to: "",
      },
    ],
    nodes: 1,
    faults: ["clients-slow"],
  },
  {
    name: "stale-reaction",
    what: "a reaction is added to what the message had before its room was held",
    patches: [
      {
        file: "lib/domain/messages/access-message.ts",
        from: `const row = ruleOf(action).changes ? await selectMessage(db, id) : seen;`,
        to: `const row = seen;`,
      },
    ],
    nodes: 2,
    faults: ["postgres-slow"],
    seconds: 25,
  },
  {
    name: "no-sweep",
    what: "nodes never look for what they were not told",
    patches: [{ file: sweeper, from: "await look((began - last) / 1000 + overlap);", to: "void [look, overlap];" }],
    nodes: 2,
    faults: ["redis-kill", "last-words"],
  },
  {
    name: "packet-backwards",
    what: "the events of one packet leave in the wrong order",
    patches: [
      {
        file: "lib/realtime/emit-events.ts",
        from: "const batch = events.map((event) => present(event, undefined));",
        to: "const batch = events.map((event) => present(event, undefined)).reverse();",
      },
    ],
    nodes: 1,
    faults: ["clients-slow"],
  },
  {
    name: "retry-unknown-batch",
    what: "a batch whose commit is in doubt is written again",
    patches: [
      {
        file: queue,
        from: `    for (const item of batch) fail(item, error);
    return () => Promise.resolve();
`,
        to: `    if (batch.length > 1) return inTurn(await Promise.all(batch.map((item) => write([item]))));
    for (const item of batch) fail(item, error);
    return () => Promise.resolve();
`,
      },
    ],
    nodes: 1,
    faults: ["postgres-deaf"],
    seconds: 40,
  },
  {
    name: "marks-go-back",
    what: "a read mark goes wherever it is told",
    patches: [
      {
        file: "db/queries/read-marks.ts",
        from: "from here where p.id = here.id and p.last_read_seq < ${seq}",
        to: "from here where p.id = here.id",
      },
    ],
    nodes: 1,
    faults: ["clients-slow"],
  },
];
