"use client";

import { Menu } from "@base-ui/react/menu";
import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";

export type MenuAction = { key: string; label: string; icon?: LucideIcon; danger?: boolean; run: () => void };

/** A button, and the few things that it offers. */
export function ActionMenu({
  label,
  trigger,
  actions,
}: {
  label: string;
  trigger: ReactElement<Record<string, unknown>>;
  actions: MenuAction[];
}) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={6} className="z-40 outline-none">
          <Menu.Popup
            aria-label={label}
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
