import { expect } from "vitest";
import type { RoomListener } from "@/e2e/setup/listener";
import type { frames } from "@/lib/contract/commands";
import type { Message } from "@/lib/contract/shapes";
import { frameRows } from "./frame-rows";

type Sent = { client_id?: unknown; message?: unknown };

/** Sends a frame and waits for its answer: the code of the refusal, or `ok`. */
export async function frameVerdict(
  type: keyof typeof frames,
  content: object,
  lines: { mine: RoomListener; theirs: RoomListener },
  sender: number,
): Promise<string> {
  const { answered } = frameRows[type];
  const mine = lines.mine.frames.all;
  const theirs = lines.theirs.frames.all;
  const [heard, heardByOthers] = [mine.length, theirs.length];
  lines.mine.send({ type, ...content });
  // What others do meanwhile is heard too; a refusal and the answer are each of a kind.
  const answer = () => {
    const refusal = mine.slice(heard).find((frame) => frame.type === "error");
    if (refusal) return String(refusal.code);
    const said = answered.to === "self" ? mine.slice(heard) : theirs.slice(heardByOthers);
    return said.some((frame) => frame.type === answered.type && isOf(frame, sender, content)) ? "ok" : undefined;
  };
  await expect.poll(answer, { interval: 5, timeout: 5000 }).toBeDefined();
  return answer() ?? "";
}

/** Told apart from what others do at the same time. */
function isOf(frame: Record<string, unknown>, sender: number, content: Sent): boolean {
  if (frame.type === "chat_message") {
    const heard = frame.message as Message;
    return heard.client_id === content.client_id && heard.content === content.message;
  }
  return frame.user_id === undefined || frame.user_id === sender;
}
