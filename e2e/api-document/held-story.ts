import type { HeldText } from "@/lib/contract/held";
import type { Recorder } from "./recorder";

/** What Ben writes waits for Ada, who lets one text through and another not; a third he takes back himself. */
export async function heldStory(recorder: Recorder, told: { ada: string; ben: string; room: string }): Promise<void> {
  const call = recorder.call.bind(recorder);
  const { ada, ben, room } = told;
  const body = { kind: "words", value: "idiot", action: "hold", note: "" };
  const rule = await call<{ id: number }>("createFilterRule", { by: ada, body, silent: true });
  const send = (content: string) =>
    call("sendMessage", { by: ben, body: { room, content }, status: 422, silent: true });
  await call("sendMessage", { by: ben, body: { room, content: "Which idiot has the keys?" }, status: 422 });
  await send("Nobody is an idiot here.");
  await send("What an idiot I am.");
  const { results } = await call<{ results: HeldText[] }>("listOwnHeld", { by: ben });
  const [first = "", second = "", third = ""] = results.map(({ id }) => id);
  await call("listHeld", { by: ada });
  await call("listHeld", { by: ben, status: 403 });
  await call("getHeld", { by: ada, params: { id: first } });
  await call("refuseHeld", { by: ada, params: { id: first }, body: { reason: "Please keep it friendly." } });
  await call("releaseHeld", { by: ada, params: { id: second } });
  await call("releaseHeld", { by: ada, params: { id: first }, status: 409 });
  await call("takeBackHeld", { by: ben, params: { id: third } });
  await call("takeBackHeld", { by: ben, params: { id: first }, silent: true });
  await call("deleteFilterRule", { by: ada, params: { id: rule.id }, silent: true });
}
