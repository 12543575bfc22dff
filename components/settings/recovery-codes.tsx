"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toasts";

/** Codes that were just made. They cannot be shown again. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations("security");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      toast(t("codesCopied"));
    } catch {
      toast(t("codesNotCopied"));
    }
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-ink-2">{t("codesHint")}</p>
      <ul
        aria-label={t("codes")}
        className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-control bg-sunken p-4 text-center font-mono text-sm select-all"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="outline" onClick={() => void copy()}>
          <Copy aria-hidden className="size-4.5" strokeWidth={1.8} />
          {t("codesCopy")}
        </Button>
        <Button onClick={onDone}>{t("codesKept")}</Button>
      </div>
    </div>
  );
}
