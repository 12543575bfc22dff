"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { signIn } from "@/lib/client/sign-in";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { OtpForm } from "@/components/auth/otp-form";
import { PasskeySignIn } from "@/components/auth/passkey-sign-in";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";

type Given = { username: string; password: string };

/** `failed`: what a way around this form has led to. */
export function SignInForm({ next, failed }: { next: string; failed?: string | undefined }) {
  const t = useTranslations("signIn");
  const otpText = useTranslations("otp");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(failed ?? null);
  // What was right so far, while a code is asked for.
  const [known, setKnown] = useState<Given | null>(null);
  const submit = async (given: Given, otp?: string) => {
    setBusy(true);
    setError(null);
    try {
      await signIn(given.username, given.password, otp);
      window.location.assign(next);
    } catch (reason) {
      const code = reason instanceof ApiError ? reason.code : "unknown";
      if (code === "otp_wrong") setError(otpText("wrong"));
      else if (code !== "otp_required") setError(code === "bad_credentials" ? t("wrong") : errorText(reason));
      if (code === "otp_required") setKnown(given);
      else if (code === "bad_credentials") setKnown(null);
      setBusy(false);
    }
  };
  const back = () => {
    setKnown(null);
    setError(null);
  };
  if (known) return <OtpForm busy={busy} error={error} onSend={(otp) => void submit(known, otp)} onBack={back} />;
  return (
    <Form
      className="flex flex-col gap-5"
      onSend={(form) =>
        void submit({ username: formText(form, "username").trim(), password: formText(form, "password") })
      }
    >
      <TextField
        label={t("username")}
        name="username"
        // Browsers that can offer passkeys here, among the names that they know.
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
      />
      <PasswordField label={t("password")} name="password" autoComplete="current-password" required />
      {error && (
        <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
          {error}
        </p>
      )}
      <Button type="submit" disabled={busy} large>
        {t(busy ? "busy" : "submit")}
      </Button>
      <PasskeySignIn next={next} onError={setError} />
      <p className="text-sm text-ink-2">{t("help")}</p>
      <a href="/join" className="self-start text-sm font-medium text-accent-ink underline underline-offset-4">
        {t("haveCode")}
      </a>
    </Form>
  );
}
