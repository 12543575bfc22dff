"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

/** A code of the authenticator app, or one of the written ones. */
export function OtpField({ error, autoFocus = false }: { error?: string | undefined; autoFocus?: boolean }) {
  const t = useTranslations("otp");
  const [written, setWritten] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <TextField
        // Another field, empty and with another keyboard.
        key={written ? "written" : "app"}
        label={t(written ? "written" : "app")}
        hint={t(written ? "writtenHint" : "appHint")}
        name="otp"
        inputMode={written ? "text" : "numeric"}
        autoComplete={written ? "off" : "one-time-code"}
        autoCapitalize={written ? "characters" : "none"}
        spellCheck={false}
        required
        maxLength={64}
        autoFocus={autoFocus || written}
        error={error}
      />
      <Button look="quiet" className="-ms-4 self-start text-accent-ink" onClick={() => setWritten(!written)}>
        {t(written ? "useApp" : "useWritten")}
      </Button>
    </div>
  );
}
