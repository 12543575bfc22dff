import { RoomListener } from "@/e2e/setup/listener";
import { RestClient } from "@/e2e/setup/rest-client";
import type { Told } from "./rest-story";
import { Transcript } from "./transcript";

/** A conversation in which every frame of the raw WebSocket is met, either way. */
export async function rawStory(url: string, { ada, ben, room }: Told): Promise<Transcript> {
  const told = new Transcript();
  const phone = await RoomListener.connect(url, room, ben);
  const other = await RoomListener.connect(url, room, ada);
  const hears = async (who: "ada" | "ben", type: string) => {
    const listener = who === "ben" ? phone : other;
    return told.heard(who, await listener.frames.find((frame) => frame.type === type, type));
  };
  const says = (who: "ada" | "ben", frame: unknown) => (who === "ben" ? phone : other).send(told.sent(who, frame));

  told.part("The connection opens");
  await hears("ben", "connection_established");
  told.part("Ben types");
  says("ben", { type: "typing", is_typing: true });
  await hears("ada", "typing");
  told.part("Ben sends; everybody hears it, he too");
  const client_id = "8c1d34f0-0f5e-4a53-9d6b-52b7f6f4a001";
  says("ben", { type: "chat_message", message: "The pool is clean.", client_id });
  const { message } = (await hears("ben", "chat_message")) as unknown as { message: { id: string } };
  await other.frames.find((frame) => frame.type === "chat_message", "the message at Ada's");
  told.part("Ada has read it; everybody hears that");
  says("ada", { type: "read_receipt", message_id: message.id });
  await hears("ben", "read_receipt");
  told.part("Ada has read everything; she alone is answered");
  says("ada", { type: "mark_room_read" });
  await hears("ada", "room_marked_read");
  told.part("Ben asks for what came before");
  says("ben", { type: "history", before: message.id, limit: 1 });
  await hears("ben", "history");
  told.part("The message is edited, by REST or anywhere else");
  await new RestClient(url, ben).patch(`/api/chat/messages/${message.id}/`, { content: "The pool is clean and warm." });
  await hears("ada", "message_updated");
  told.part("… and deleted");
  await new RestClient(url, ben).delete(`/api/chat/messages/${message.id}/`);
  await hears("ada", "message_deleted");
  told.part("Ben's app sends what nobody understands; the connection stays open");
  says("ben", { type: "chat_message", message: "x".repeat(3), reply_to: "nonsense", client_id });
  await hears("ben", "error");
  phone.close();
  other.close();
  await Promise.all([phone.closed, other.closed]);
  return told;
}
