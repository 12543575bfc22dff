"use client";

import { Menu } from "@base-ui/react/menu";
import clsx from "clsx";
import { SmilePlus } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useLeaving } from "@/lib/client/delete-later";
import type { Opened } from "@/components/messages/conversation-context";
import { quickReactions, useMessageActions } from "@/components/messages/use-message-actions";
import { undoButton } from "@/components/ui/toasts";

type Props = { opened: Opened; onChange: (next: Opened | null) => void };

export function MessageMenu({ opened, onChange }: Props) {
  const t = useTranslations("message");
  // What was opened from here takes this place; closing the menu must not close it.
  const instead = useRef(false);
  const leaving = useLeaving(opened.message.id);
  const { actions, reactWith, reactMore } = useMessageActions(opened, onChange);
  return (
    <Menu.Root defaultOpen modal={false} onOpenChangeComplete={(open) => !open && !instead.current && onChange(null)}>
      <Menu.Portal>
        <Menu.Positioner anchor={opened.anchor} side="bottom" align="end" sideOffset={6} className="z-40 outline-none">
          <Menu.Popup
            aria-label={t("toolbar")}
            finalFocus={leaving ? undoButton : undefined}
            className="min-w-52 rounded-bubble border border-line bg-raised p-1.5 shadow-float transition duration-120 outline-none data-[ending-style]:opacity-0 data-[starting-style]:scale-97 data-[starting-style]:opacity-0"
          >
            {reactWith && (
              <div className="mb-1 flex justify-between border-b border-line pb-1.5">
                {quickReactions.map((emoji) => (
                  <Menu.Item
                    key={emoji}
                    aria-label={t("reactWith", { emoji })}
                    onClick={() => reactWith(emoji)}
                    className="flex size-9 cursor-pointer items-center justify-center rounded-control text-lg outline-none data-highlighted:bg-sunken"
                  >
                    {emoji}
                  </Menu.Item>
                ))}
                {reactMore && (
                  <Menu.Item
                    aria-label={t("reactMore")}
                    onClick={() => {
                      instead.current = true;
                      reactMore();
                    }}
                    className="flex size-9 cursor-pointer items-center justify-center rounded-control text-ink-2 outline-none data-highlighted:bg-sunken"
                  >
                    <SmilePlus aria-hidden className="size-5" strokeWidth={1.8} />
                  </Menu.Item>
                )}
              </div>
            )}
            {actions.map(({ key, label, icon: Icon, danger, opens, run }) => (
              <Menu.Item
                key={key}
                onClick={() => {
                  instead.current = opens === true;
                  run();
                }}
                className={clsx(
                  "flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 text-sm font-medium outline-none data-highlighted:bg-sunken",
                  danger && "text-danger-ink",
                )}
              >
                <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
