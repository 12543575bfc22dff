"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Warning } from "@/lib/contract/reports";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { Button } from "@/components/ui/button";
import { useAct } from "@/components/ui/use-act";

/** Stays until its reader says that they have read it. */
export function WarningDialog({ warning }: { warning: Warning }) {
  const t = useTranslations("report");
  const client = useQueryClient();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await act(() => call("POST /api/warnings/{id}/acknowledge/", { params: { id: warning.id } }));
    await client.invalidateQueries({ queryKey: keys.warnings });
    setBusy(false);
  };
  return (
    <AlertDialog.Root open>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <AlertDialog.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[85dvh] flex-col gap-3 overflow-y-auto rounded-t-bubble bg-surface px-5 pt-5 safe-bottom shadow-float outline-none sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-full sm:max-w-md sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-bubble">
          <AlertDialog.Title className="text-lg font-semibold">{t("warningTitle")}</AlertDialog.Title>
          <p className="text-base [overflow-wrap:anywhere] whitespace-pre-wrap">{warning.note}</p>
          {warning.message && (
            <div className="flex flex-col gap-1 text-sm text-ink-2">
              <p>{t("aboutMessage")}</p>
              <p className="line-clamp-4 border-s-3 border-accent ps-2.5 [overflow-wrap:anywhere]">{warning.message}</p>
            </div>
          )}
          <AlertDialog.Description className="text-sm text-ink-2">{t("warningHint")}</AlertDialog.Description>
          <Button className="mt-1 mb-5" disabled={busy} onClick={() => void confirm()}>
            {t("acknowledge")}
          </Button>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
