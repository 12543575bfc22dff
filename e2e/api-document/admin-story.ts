import { examples } from "@/lib/contract/examples/operations";
import type { Recorder } from "./recorder";

type Made = { code: string; invite: { id: string } };

const password = "correct horse battery";

/** Getting people in, and looking after the house. */
export async function adminStory(recorder: Recorder, ada: string, room: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const { code, invite } = await call<Made>("createInvite", {
    by: ada,
    body: { role: "staff", task_group: "cleaning", label: "Summer crew", max_uses: 12, hours: 168 },
  });
  await call("openCode", { body: { code } });
  await call("openCode", { body: { code: "AAAA-BBBB-CCCC" }, status: 404 });
  await call("join", { body: { code, username: "eve", password, first_name: "Eve" } });
  await call("listInvites", { by: ada });
  await call("revokeInvite", { by: ada, params: { id: invite.id } });
  const link = await call<Made>("makePasswordLink", { by: ada, params: { id: 5 } });
  await call("setPassword", { body: { code: link.code, password: "a longer horse battery" } });

  await call("listAccounts", { by: ada, query: { status: "closed" } });
  const csv = "username,first_name,last_name,role\nfay,Fay,Lund,staff\nben,Ben,Carter,staff\n";
  await call("importPeople", { by: ada, body: { csv, trial: true } });
  await call("listAllRooms", { by: ada, query: { room_type: "group" } });
  await call("manageRoom", { by: ada, params: { id: room }, body: { archived: true } });
  await call("manageRoom", { by: ada, params: { id: room }, body: { archived: false }, silent: true });
  await call("exportAudit", { by: ada });
  await call("systemState", { by: ada, shown: examples.systemState?.response });
  const token = "dPq7_token-of-a-lost-phone:APA91b";
  const phone = await call<{ id: string }>("registerDevice", {
    by: ada,
    body: { token, platform: "android" },
    silent: true,
  });
  await call("pushFacts", { by: ada });
  await call("listPushDevices", { by: ada, query: { platform: "android" } });
  await call("removePushDevice", { by: ada, params: { id: phone.id } });
  await call("listPushFailures", { by: ada });
  await call("getSettings", { by: ada });
  await call("updateSettings", { by: ada, body: { upload_mb_per_day: 500, limits: { send: 60 } } });
  const words = { kind: "words", value: "idiot, moron", action: "warn", note: "We talk to each other kindly." };
  const rule = await call<{ id: number }>("createFilterRule", { by: ada, body: words });
  await call("listFilterRules", { by: ada });
  await call("tryFilter", { by: ada, body: { text: "Which IDIOT locked the door?" } });
  await call("updateFilterRule", { by: ada, params: { id: rule.id }, body: { action: "refuse" } });
  await call("deleteFilterRule", { by: ada, params: { id: rule.id } });

  const device = await call<{ id: string }>("approveSharedDevice", {
    by: ada,
    body: { name: "Laundry tablet", task_group: "laundry" },
  });
  await call("listSharedDevices", { by: ada });
  await call("revokeSharedDevice", { by: ada, params: { id: device.id } });
  await call("setPin", { by: ada, body: { current_password: password, pin: "123456" }, status: 400 });
  await call("setPin", { by: ada, body: { current_password: password, pin: "270451" } });
  await call("getPin", { by: ada });
  await call("removePin", { by: ada });
}
