"use client";

import { Dialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

const shapes = {
  /** In the middle on wide screens; on phones it rises from the bottom edge. */
  dialog:
    "inset-x-0 bottom-0 max-h-[85dvh] rounded-t-bubble sm:inset-auto sm:left-1/2 sm:top-1/2 sm:max-h-[80dvh] sm:w-full sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-bubble",
  sheet:
    "inset-x-0 bottom-0 max-h-[80dvh] rounded-t-bubble sm:mx-auto sm:max-w-md data-[starting-style]:translate-y-full data-[ending-style]:translate-y-full",
  top: "inset-x-3 top-[10dvh] max-h-[70dvh] rounded-bubble sm:mx-auto sm:max-w-lg",
};

export function Modal({
  title,
  titleHidden = false,
  shape = "dialog",
  onClose,
  children,
}: {
  title: string;
  titleHidden?: boolean;
  shape?: keyof typeof shapes;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("message");
  return (
    <Dialog.Root defaultOpen onOpenChangeComplete={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Dialog.Popup
          className={clsx(
            "fixed z-50 flex flex-col overflow-hidden bg-surface safe-bottom shadow-float outline-none",
            "transition duration-150 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0",
            shapes[shape],
          )}
        >
          <div className={clsx("flex items-center justify-between gap-3 ps-5 pe-2 pt-2", titleHidden && "sr-only")}>
            <Dialog.Title className="text-lg font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={t("close")}
              className="flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
