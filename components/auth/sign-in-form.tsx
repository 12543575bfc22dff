"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { signIn } from "@/lib/client/sign-in";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";

/** `failed`: what a way around this form has led to. */
export function SignInForm({ next, failed }: { next: string; failed?: string | undefined }) {
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(failed ?? null);
  const submit = async (form: FormData) => {
    setBusy(true);
    setError(null);
    try {
      await signIn(formText(form, "username").trim(), formText(form, "password"));
      window.location.assign(next);
    } catch (reason) {
      setError(reason instanceof ApiError && reason.code === "bad_credentials" ? t("wrong") : errorText(reason));
      setBusy(false);
    }
  };
  return (
    <Form className="flex flex-col gap-5" onSend={(fields) => void submit(fields)}>
      <TextField
        label={t("username")}
        name="username"
        autoComplete="username"
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
      <p className="text-sm text-ink-2">{t("help")}</p>
      <a href="/join" className="self-start text-sm font-medium text-accent-ink underline underline-offset-4">
        {t("haveCode")}
      </a>
    </Form>
  );
}
