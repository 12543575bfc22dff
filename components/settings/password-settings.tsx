"use client";

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
import { toast } from "@/components/ui/toasts";

/** A new password; the other devices are signed out by it. */
export function PasswordSettings() {
  const t = useTranslations("settings");
  const errors = useTranslations("error");
  const otp = useTranslations("otp");
  const errorText = useErrorText();
  const withOtp = useSecondFactor().data?.enabled ?? false;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ current?: string; next?: string; otp?: string }>({});
  // A new form after each change: its fields are empty.
  const [round, setRound] = useState(0);
  const save = async (given: FormData) => {
    const passwords = { current_password: formText(given, "current"), password: formText(given, "next") };
    const body = withOtp ? { ...passwords, otp: formText(given, "otp") } : passwords;
    setBusy(true);
    setWrong({});
    try {
      await call("POST /api/users/me/password/", { body });
      setRound((now) => now + 1);
      toast(t("passwordChanged"));
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      if (fields.current_password) setWrong({ current: t("passwordWrong") });
      else if (fields.otp) setWrong({ otp: otp("wrong") });
      else if (fields.password) setWrong({ next: errors("commonPassword") });
      else toast(errorText(error));
    }
    setBusy(false);
  };
  return (
    <Card>
      <h2 className="font-semibold">{t("password")}</h2>
      <Form key={round} onSend={(fields) => void save(fields)} className="flex flex-col gap-4">
        <PasswordField
          label={t("passwordCurrent")}
          name="current"
          autoComplete="current-password"
          required
          error={wrong.current}
        />
        <PasswordField
          label={t("passwordNext")}
          name="next"
          autoComplete="new-password"
          required
          minLength={8}
          hint={t("passwordShort")}
          error={wrong.next}
        />
        {withOtp && <OtpField error={wrong.otp} />}
        <Button type="submit" disabled={busy} className="self-start">
          {t("changePassword")}
        </Button>
        <p className="text-sm text-ink-2">{t("passwordHint")}</p>
      </Form>
    </Card>
  );
}
