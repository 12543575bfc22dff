import { z } from "zod";
import { time, user } from "./shapes";

/** Somebody whom the caller has blocked. */
export const block = z.object({ user, created_at: time }).meta({ id: "Block" });

export type Block = z.infer<typeof block>;
