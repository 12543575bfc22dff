import { z } from "zod";
import { me, role, roomType, time, user, uuid } from "./shapes";

/** What the administration's pages are told beyond what everybody may see. */

/** An account, closed ones too. */
export const account = me
  .extend({
    created_at: time,
    /** False until a link was used: nobody can sign in to it with a password. */
    has_password: z.boolean(),
    /** A code of an app is asked for beside the password. */
    has_second_factor: z.boolean(),
    passkey_count: z.int(),
    /** Devices that are signed in. */
    device_count: z.int(),
  })
  .meta({ id: "Account" });

export type Account = z.infer<typeof account>;

/** One line of an imported list: what it makes, or why it cannot be. */
export const importedLine = z
  .object({
    line: z.int(),
    username: z.string(),
    full_name: z.string(),
    role: role.nullable(),
    /** What is wrong with it; null when nothing is. */
    problem: z.string().nullable(),
    /** By which the person sets a password; null in a trial. */
    url: z.string().nullable(),
  })
  .meta({ id: "ImportedLine" });

export type ImportedLine = z.infer<typeof importedLine>;

/** A room from outside: no text of it, and no direct ones. */
export const roomFacts = z
  .object({
    id: uuid,
    display_name: z.string(),
    room_type: roomType,
    participant_count: z.int(),
    message_count: z.int(),
    created_at: time,
    created_by: user.nullable(),
    last_activity_at: time,
    archived_at: time.nullable(),
    /** Nobody in it can make changes to it. */
    without_admin: z.boolean(),
  })
  .meta({ id: "RoomFacts" });

export type RoomFacts = z.infer<typeof roomFacts>;

/** How the installation is, at this moment, seen from the process that answers. */
export const systemState = z
  .object({
    versions: z.object({ app: z.string(), node: z.string(), database: z.string() }),
    process: z.object({ started_at: time, memory_bytes: z.int(), sockets: z.int(), people_connected: z.int() }),
    database: z.object({
      size_bytes: z.int(),
      connections: z.int(),
      /** Until it answers the smallest question. */
      answer_ms: z.number(),
      migrations: z.int(),
      embedded: z.boolean(),
    }),
    queue: z.object({ waiting: z.int(), failing: z.int(), oldest_at: time.nullable() }),
    storage: z.object({
      kind: z.enum(["disk", "s3"]),
      files: z.int(),
      bytes: z.int(),
      /** Of the disk with the data folder; null where it is not known. */
      free_bytes: z.int().nullable(),
    }),
    counts: z.object({ people: z.int(), active_people: z.int(), rooms: z.int(), messages: z.int(), audit: z.int() }),
  })
  .meta({ id: "SystemState" });

export type SystemState = z.infer<typeof systemState>;
