"use client";

import { Popover } from "@base-ui/react/popover";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { EmojiBoard } from "@/components/messages/emoji-board";
import { Modal } from "@/components/ui/modal";

type Props = {
  anchor: HTMLElement | RefObject<HTMLElement | null> | null;
  onChoose: (emoji: string) => void;
  onClose: () => void;
};

/** Beside what it was asked for by; under a thumb it rises from the bottom edge. */
export function EmojiPicker({ anchor, onChoose, onClose }: Props) {
  const t = useTranslations("emoji");
  if (window.matchMedia("(pointer: coarse)").matches) {
    return (
      <Modal title={t("label")} titleHidden shape="sheet" onClose={onClose}>
        <div className="p-1">
          <EmojiBoard onChoose={onChoose} />
        </div>
      </Modal>
    );
  }
  return (
    <Popover.Root defaultOpen onOpenChangeComplete={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" align="end" sideOffset={12} className="z-40">
          <Popover.Popup
            aria-label={t("label")}
            className="w-86 overflow-hidden rounded-bubble border border-line bg-raised shadow-float"
          >
            <EmojiBoard onChoose={onChoose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
