"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { useSecondFactor } from "@/lib/client/use-second-factor";
import { OtpField } from "@/components/auth/otp-field";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

const key = ["pin"];

/** The PIN for devices of several people. */
export function PinSettings() {
  const t = useTranslations("settings");
  const otp = useTranslations("otp");
  const errorText = useErrorText();
  const client = useQueryClient();
  const act = useAct();
  const { data } = useQuery({ queryKey: key, queryFn: () => call("GET /api/users/me/pin/"), staleTime: 0 });
  const withOtp = useSecondFactor().data?.enabled ?? false;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ current?: string; pin?: string; otp?: string }>({});
  const [round, setRound] = useState(0);
  const changed = () => client.invalidateQueries({ queryKey: key });
  const save = async (given: FormData) => {
    setBusy(true);
    setWrong({});
    try {
      const known = { current_password: formText(given, "current"), pin: formText(given, "pin") };
      const body = withOtp ? { ...known, otp: formText(given, "otp") } : known;
      await call("POST /api/users/me/pin/", { body });
      setRound((now) => now + 1);
      toast(t("pinSaved"));
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      if (fields.current_password) setWrong({ current: t("passwordWrong") });
      else if (fields.otp) setWrong({ otp: otp("wrong") });
      else if (fields.pin) setWrong({ pin: t("pinWeak") });
      else toast(errorText(error));
    }
    await changed();
    setBusy(false);
  };
  const remove = async () => {
    await act(() => call("DELETE /api/users/me/pin/"));
    await changed();
  };
  return (
    <Card>
      <h2 className="font-semibold">{t("pin")}</h2>
      <p className="text-sm text-ink-2">{t(data?.set ? "pinIsSet" : "pinHint")}</p>
      <Form key={round} onSend={(fields) => void save(fields)} className="flex flex-col gap-4">
        <PasswordField
          label={t("passwordCurrent")}
          name="current"
          autoComplete="current-password"
          required
          error={wrong.current}
        />
        <TextField
          label={t("pinNew")}
          name="pin"
          type="password"
          inputMode="numeric"
          pattern="[0-9]{6}"
          minLength={6}
          maxLength={6}
          autoComplete="off"
          required
          hint={t("pinDigits")}
          error={wrong.pin}
        />
        {withOtp && <OtpField error={wrong.otp} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={busy}>
            {t("pinSave")}
          </Button>
          {data?.set && (
            <Button look="outline" className="text-danger-ink" onClick={() => void remove()}>
              {t("pinRemove")}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
