"use client";

import { useTranslations } from "use-intl";
import { deleteMessage } from "@/lib/client/message-actions";
import { useWhen } from "@/lib/client/use-when";
import { type Opened, useConversation } from "@/components/messages/conversation-context";
import { MessageMenu } from "@/components/messages/message-menu";
import { MessageSheet } from "@/components/messages/message-sheet";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";

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
      return <Readers opened={opened} onClose={close} />;
    case "delete":
      return <ConfirmDelete opened={opened} onClose={close} />;
  }
}

function Readers({ opened: { message }, onClose }: { opened: Opened; onClose: () => void }) {
  const t = useTranslations("message");
  const when = useWhen();
  const { nameOf } = useConversation();
  const readers = Object.entries(message.read_by).toSorted(([, a], [, b]) => a.localeCompare(b));
  return (
    <Modal title={t("readers")} onClose={onClose}>
      <ul className="thin-scroll overflow-y-auto px-5 pb-5">
        {readers.map(([id, time]) => (
          <li key={id} className="flex min-h-13 items-center gap-3">
            <Avatar id={Number(id)} name={nameOf(Number(id)) || t("someone")} size="sm" />
            <span className="min-w-0 flex-1 truncate font-medium">{nameOf(Number(id)) || t("someone")}</span>
            <time dateTime={time} className="text-sm text-ink-2 tabular-nums">
              {when.full(time)}
            </time>
          </li>
        ))}
        {readers.length === 0 && <li className="py-4 text-sm text-ink-2">{t("readersNone")}</li>}
      </ul>
    </Modal>
  );
}

function ConfirmDelete({ opened: { message }, onClose }: { opened: Opened; onClose: () => void }) {
  const t = useTranslations("message");
  return (
    <Modal title={t("deleteTitle")} onClose={onClose}>
      <p className="px-5 text-sm text-ink-2">{t("deleteHint")}</p>
      <div className="flex justify-end gap-2 p-5">
        <Button look="outline" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            deleteMessage(message);
            onClose();
          }}
        >
          {t("delete")}
        </Button>
      </div>
    </Modal>
  );
}
