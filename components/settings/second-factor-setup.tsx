"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { QrCode } from "@/components/ui/qr-code";
import { TextField } from "@/components/ui/text-field";

type Props = { enrolment: { secret: string; uri: string }; onOn: (codes: string[]) => void };

/** The secret for the app, and the first code by which the app proves that it has it. */
export function SecondFactorSetup({ enrolment: { secret, uri }, onOn }: Props) {
  const t = useTranslations("security");
  const otp = useTranslations("otp");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const confirm = async (form: FormData) => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { otp: formText(form, "otp") };
      onOn((await call("POST /api/users/me/second-factor/confirm/", { body })).recovery_codes);
    } catch (thrown) {
      setError(thrown instanceof ApiError && thrown.fields.otp ? otp("wrong") : errorText(thrown));
      setBusy(false);
    }
  };
  return (
    <Form className="flex flex-col gap-4" onSend={(form) => void confirm(form)}>
      <p className="text-sm text-ink-2">{t("scan")}</p>
      <QrCode text={uri} label={t("qr")} />
      <p className="text-sm text-ink-2">{t("typeSecret")}</p>
      <p className="rounded-control bg-sunken px-3 py-2 text-center font-mono text-sm text-balance [overflow-wrap:anywhere] select-all">
        {secret.match(/.{1,4}/g)?.join(" ")}
      </p>
      <TextField
        label={otp("app")}
        hint={otp("appHint")}
        name="otp"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={64}
        error={error}
      />
      <Button type="submit" disabled={busy} className="self-end">
        {t("turnOn")}
      </Button>
    </Form>
  );
}
