import { randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

// The yardstick of delivery: Socket.IO as it comes, that broadcasts every message at once and keeps none.
const server = http.createServer();
const io = new Server(server, { transports: ["websocket"], serveClient: false });
let seq = 0;

io.on("connection", (socket) => {
  socket.on("message:send", (input: { room: string; content: string; client_id: string }, ack: (a: object) => void) => {
    const at = new Date().toISOString();
    const id = randomUUID();
    const nobody = { reactions: [], mentions: [], attachments: [], read_by: {}, read_count: 0, reply_count: 0 };
    const never = { edited_at: null, deleted_at: null, pinned_at: null, reply_to: null, reply_to_id: null };
    const none = { thread_root_id: null, attachment: null, attachment_name: "", attachment_size: null };
    const sender = { id: 1, username: "person-1", full_name: "Person One", email: "person-1@example.com" };
    const flags = { message_type: "text", is_edited: false, is_deleted: false };
    const data = {
      id,
      ...input,
      seq: ++seq,
      sender,
      ...nobody,
      ...never,
      ...none,
      ...flags,
      created_at: at,
      modified_at: at,
    };
    io.emit("events", [{ room: input.room, seq, type: "message.created", at, data }]);
    ack({ ok: true, message: data });
  });
});
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
