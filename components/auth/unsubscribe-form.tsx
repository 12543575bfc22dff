"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { Button } from "@/components/ui/button";

/** Ends the e-mails of whoever has this link. */
export function UnsubscribeForm() {
  const t = useTranslations("unsubscribe");
  const errorText = useErrorText();
  const [state, setState] = useState<{ done: boolean; refused: unknown }>({ done: false, refused: null });
  const stop = async () => {
    const token = new URLSearchParams(window.location.search).get("token") ?? "";
    try {
      await call("POST /api/notifications/unsubscribe/", { query: { token } });
      setState({ done: true, refused: null });
    } catch (refused) {
      setState({ done: false, refused });
    }
  };
  if (state.done) return <p role="status">{t("done")}</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      <Button onClick={() => void stop()}>{t("stop")}</Button>
      {state.refused !== null && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(state.refused)}
        </p>
      )}
    </div>
  );
}
