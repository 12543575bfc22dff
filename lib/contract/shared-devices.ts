import { z } from "zod";
import { taskGroup, time, user, uuid } from "./shapes";

/** A browser that a manager has approved for several people. */
export const sharedDevice = z
  .object({
    id: uuid,
    name: z.string(),
    /** Whose names it offers; `none`: everybody's who has a PIN. */
    task_group: taskGroup,
    approved_by: user,
    created_at: time,
    /** When somebody last came in by a PIN. */
    last_used_at: time.nullable(),
    /** Whether it is the one that asks. */
    current: z.boolean(),
  })
  .meta({ id: "SharedDevice" });

export type SharedDevice = z.infer<typeof sharedDevice>;

/** What a page at a shared device knows of it. */
export type SharedDeviceHere = { name: string; lockMinutes: number };
