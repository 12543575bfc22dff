import { editMessage } from "@/lib/client/message-actions";
import { enqueue } from "@/lib/client/outbox";
import { useConversation, type Writing } from "@/components/messages/conversation-context";

/** Sends what was written: as a message of the room or thread, or as the new text of an earlier one. */
export function useDeliver(): (writing: Writing, content: string) => void {
  const { room, me, thread } = useConversation();
  return (writing, content) => {
    if (writing.kind === "edit") {
      const { message } = writing;
      if (content !== message.content) editMessage(message, content);
      return;
    }
    const original = writing.replyTo;
    enqueue(room.id, {
      kind: "send",
      content,
      attachment_ids: [],
      thread_root: thread,
      sender: { id: me.id, username: me.username, full_name: me.full_name, email: me.email },
      reply_to: original && {
        id: original.id,
        sender: original.sender,
        content: original.content.slice(0, 100),
        created_at: original.created_at,
      },
    });
  };
}
