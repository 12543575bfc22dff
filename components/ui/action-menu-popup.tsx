"use client";

import { Menu } from "@base-ui/react/menu";
import clsx from "clsx";
import { type RefObject, useState } from "react";
import type { MenuAction } from "@/components/ui/action-menu";

type Props = { label: string; anchor: RefObject<HTMLElement | null>; actions: MenuAction[]; onClose: () => void };

/** What an action menu shows once it is open. */
export function ActionMenuPopup({ label, anchor, actions, onClose }: Props) {
  const [open, setOpen] = useState(true);
  return (
    <Menu.Root
      open={open}
      modal={false}
      onOpenChange={(next, { event, reason, cancel }) => {
        // The button itself counts as outside; its own click would open again what this press has closed.
        const onButton = event.target instanceof Node && anchor.current?.contains(event.target);
        if (reason === "outside-press" && onButton) cancel();
        else setOpen(next);
      }}
      onOpenChangeComplete={(now) => !now && onClose()}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="end" sideOffset={6} className="z-40 outline-none">
          <Menu.Popup
            aria-label={label}
            finalFocus={anchor}
            className="min-w-52 rounded-bubble border border-line bg-raised p-1.5 shadow-float transition duration-120 outline-none data-[ending-style]:opacity-0 data-[starting-style]:scale-97 data-[starting-style]:opacity-0"
          >
            {actions.map(({ key, label: text, icon: Icon, danger, run }) => (
              <Menu.Item
                key={key}
                onClick={run}
                className={clsx(
                  "flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 text-sm font-medium outline-none data-highlighted:bg-sunken touch:min-h-11",
                  danger && "text-danger-ink",
                )}
              >
                {Icon && <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.8} />}
                {text}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
