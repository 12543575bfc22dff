"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";

type Props = { count: number; onSure: () => void; onClose: () => void };

/** Asks before everybody's phone rings. */
export function CallAll({ count, onSure, onClose }: Props) {
  const t = useTranslations("composer");
  const words = useTranslations("message");
  return (
    <Modal title={t("allTitle", { count })} onClose={onClose}>
      <p className="px-5 text-sm text-ink-2">{t("allHint")}</p>
      <div className="flex justify-end gap-2 p-5">
        <Button look="outline" onClick={onClose}>
          {words("cancel")}
        </Button>
        <Button
          onClick={() => {
            onClose();
            onSure();
          }}
        >
          {t("allSend")}
        </Button>
      </div>
    </Modal>
  );
}
