"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";

type Props = {
  title: string;
  hint: string;
  /** What the button says that does it. */
  action: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
};

/** Asks before what cannot simply be taken back. */
export function Confirm({ title, hint, action, onConfirm, onClose }: Props) {
  const t = useTranslations("message");
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await onConfirm();
    onClose();
  };
  return (
    <Modal title={title} onClose={onClose}>
      <p className="px-5 text-sm text-ink-2">{hint}</p>
      <div className="flex justify-end gap-2 p-5">
        <Button look="outline" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => void confirm()}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
