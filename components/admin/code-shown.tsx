"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MadeCode } from "@/lib/contract/invites";
import { useWhen } from "@/lib/client/use-when";
import { QrCode } from "@/components/ui/qr-code";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { toast } from "@/components/ui/toasts";

/** A code that was just made, as a picture, a link and letters. It cannot be shown again. */
export function CodeShown({ title, made, onClose }: { title: string; made: MadeCode; onClose: () => void }) {
  const t = useTranslations("admin");
  const when = useWhen();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.url);
      toast(t("copied"));
    } catch {
      toast(t("notCopied"));
    }
  };
  return (
    <Modal title={title} onClose={onClose}>
      <div className="flex thin-scroll flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">
        <QrCode text={made.url} label={t("qr")} />
        <p className="text-center text-xl font-bold tracking-wider">{made.code}</p>
        <p className="rounded-control bg-sunken px-3 py-2 text-sm [overflow-wrap:anywhere] select-all">{made.url}</p>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden className="size-4.5" strokeWidth={1.8} />
          {t("copyLink")}
        </Button>
        <p className="text-xs text-ink-2">{t("codeHint", { time: when.full(made.expires_at) })}</p>
      </div>
    </Modal>
  );
}
