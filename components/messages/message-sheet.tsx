"use client";

import clsx from "clsx";
import { SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Opened } from "@/components/messages/conversation-context";
import { quickReactions, useMessageActions } from "@/components/messages/use-message-actions";
import { Modal } from "@/components/ui/modal";

type Props = { opened: Opened; onChange: (next: Opened | null) => void };

/** The same actions under a thumb. */
export function MessageSheet({ opened, onChange }: Props) {
  const t = useTranslations("message");
  const { actions, reactWith, reactMore } = useMessageActions(opened, onChange);
  const close = () => onChange(null);
  return (
    <Modal title={t("toolbar")} titleHidden shape="sheet" onClose={close}>
      <div className="thin-scroll overflow-y-auto p-3">
        {reactWith && (
          <div className="flex justify-between gap-1 px-1 pb-2">
            {quickReactions.map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-label={t("reactWith", { emoji })}
                onClick={() => {
                  reactWith(emoji);
                  close();
                }}
                className="flex size-11 items-center justify-center rounded-full bg-sunken text-2xl"
              >
                {emoji}
              </button>
            ))}
            {reactMore && (
              <button
                type="button"
                aria-label={t("reactMore")}
                onClick={reactMore}
                className="flex size-11 items-center justify-center rounded-full bg-sunken text-ink-2"
              >
                <SmilePlus aria-hidden className="size-6" strokeWidth={1.8} />
              </button>
            )}
          </div>
        )}
        {actions.map(({ key, label, icon: Icon, danger, opens, run }) => (
          <button
            key={key}
            type="button"
            onClick={() => {
              if (!opens) close();
              run();
            }}
            className={clsx(
              "flex min-h-12 w-full items-center gap-4 rounded-control px-3 text-start text-base font-medium hover:bg-sunken",
              danger && "text-danger-ink",
            )}
          >
            <Icon aria-hidden className="size-5" strokeWidth={1.8} />
            {label}
          </button>
        ))}
      </div>
    </Modal>
  );
}
