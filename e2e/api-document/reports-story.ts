import type { Message } from "@/lib/contract/shapes";
import type { Recorder } from "./recorder";

/** Ben reports what Ada would rather not have written of others; another manager decides. */
export async function reportsStory(
  recorder: Recorder,
  told: { ada: string; ben: string; room: string },
): Promise<void> {
  const call = recorder.call.bind(recorder);
  const { ada, ben, room } = told;
  const said = { room, content: "Whoever left the mop here is an idiot." };
  const message = await call<Message>("sendMessage", { by: ben, body: said, silent: true });
  const { id } = await call<{ id: string }>("fileReport", {
    by: ada,
    body: { message: message.id, reason: "harassment", note: "Not the first time." },
  });
  await call("fileReport", { by: ben, body: { person: 2, reason: "spam" }, status: 400 });
  await call("listReports", { by: ada });
  await call("listReports", { by: ben, status: 403 });
  await call("getReport", { by: ada, params: { id } });
  await call("decideReport", { by: ada, params: { id }, body: { action: "hide" } });
  await call("decideReport", {
    by: ada,
    params: { id },
    body: { action: "warn", note: "Please keep it friendly." },
    silent: true,
  });
  const until = "2099-12-31T18:00:00Z";
  await call("decideReport", { by: ada, params: { id }, body: { action: "silence", until }, silent: true });
  await call("decideReport", { by: ada, params: { id }, body: { action: "unsilence" }, silent: true });
  const { results } = await call<{ results: { id: string }[] }>("listWarnings", { by: ben });
  await call("acknowledgeWarning", { by: ben, params: { id: results[0]?.id ?? "" } });
  await call("deleteMessage", { by: ben, params: { id: message.id }, silent: true });
}
