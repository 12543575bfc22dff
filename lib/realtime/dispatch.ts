import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "@/lib/domain/ctx";
import { answerWithin, inTime } from "@/lib/errors/in-time";
import { noteActivity } from "@/lib/events/presence-state";
import { spend } from "@/lib/http/rate-limits";
import { commands } from "./commands";
import { translateError, type WireError } from "./translate-error";

export type Ack = ({ ok: true } & Record<string, unknown>) | { ok: false; error: WireError };

/** Answers one command of a Socket.IO client; never throws. */
export async function dispatch(ctx: Ctx, name: string, payload: unknown): Promise<Ack> {
  return answer(name, async () => {
    const command = commands.get(name);
    if (!command) throw new ChatError("invalid_input", "There is no such command.");
    noteActivity(ctx.userId);
    await spend(command.rate, ctx.userId);
    return command.run(ctx, payload);
  });
}

/** Does the work and puts its result or refusal into an acknowledgement. */
export async function answer(name: string, work: () => Promise<object>): Promise<Ack> {
  try {
    return { ok: true, ...(await inTime(work(), answerWithin)) };
  } catch (thrown) {
    return { ok: false, error: translateError(thrown, name) };
  }
}
