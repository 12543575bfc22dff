"use client";

import { toggleReaction } from "@/lib/client/message-actions";
import { type Opened, useConversation } from "@/components/messages/conversation-context";
import { EmojiPicker } from "@/components/messages/emoji-picker";
import { Forward } from "@/components/messages/forward";
import { MessageMenu } from "@/components/messages/message-menu";
import { MessageSheet } from "@/components/messages/message-sheet";
import { Readers } from "@/components/messages/readers";
import { ReportDialog } from "@/components/reports/report-dialog";

type Props = { opened: Opened; onChange: (next: Opened | null) => void };

/** What opens over the conversation for one message; loaded when it is first asked for. */
export function MessageOverlays({ opened, onChange }: Props) {
  const close = () => onChange(null);
  switch (opened.as) {
    case "menu":
      return <MessageMenu key={opened.message.id} opened={opened} onChange={onChange} />;
    case "sheet":
      return <MessageSheet opened={opened} onChange={onChange} />;
    case "readers":
      return <Readers message={opened.message} onClose={close} />;
    case "react":
      return <React opened={opened} onClose={close} />;
    case "forward":
      return <Forward message={opened.message} onClose={close} />;
    case "report":
      return <ReportDialog about={{ message: opened.message.id, quoted: opened.message.content }} onClose={close} />;
  }
}

function React({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { me } = useConversation();
  return (
    <EmojiPicker
      anchor={opened.anchor}
      onClose={onClose}
      onChoose={(emoji) => {
        toggleReaction(opened.message, emoji, me.id);
        onClose();
      }}
    />
  );
}
