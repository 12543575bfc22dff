"use client";

import type { LucideIcon } from "lucide-react";
import { cloneElement, type ComponentProps, lazy, type ReactElement, Suspense, useRef, useState } from "react";

/** Comes with the first pointer or focus on a button that has one: most pages are read without opening any. */
const load = () => import("@/components/ui/action-menu-popup");
const ActionMenuPopup = lazy(() => load().then((module) => ({ default: module.ActionMenuPopup })));
const warm = () => void load().catch(() => undefined);

export type MenuAction = { key: string; label: string; icon?: LucideIcon; danger?: boolean; run: () => void };

/** A button, and the few things that it offers. */
export function ActionMenu({
  label,
  trigger,
  actions,
}: {
  label: string;
  trigger: ReactElement<ComponentProps<"button">>;
  actions: MenuAction[];
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        "aria-haspopup": "menu",
        "aria-expanded": opened,
        onPointerEnter: warm,
        onFocus: warm,
        onClick: () => setOpened(true),
      })}
      <Suspense>
        {opened && <ActionMenuPopup label={label} anchor={button} actions={actions} onClose={() => setOpened(false)} />}
      </Suspense>
    </>
  );
}
