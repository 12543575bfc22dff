"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { signIn } from "@/lib/client/sign-in";
import { useErrorText } from "@/lib/client/use-error-text";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";

/** False where a code is asked for: the page for signing in has a field for it. */
async function entered(username: string, password: string): Promise<boolean> {
  try {
    await signIn(username, password);
    return true;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === "otp_required") return false;
    throw thrown;
  }
}

/** A new password by a link; then one is in. */
export function NewPasswordForm({ code, username }: { code: string; username: string }) {
  const t = useTranslations("join");
  const setup = useTranslations("setup");
  const errors = useTranslations("error");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const save = async (form: FormData) => {
    setBusy(true);
    setError(null);
    const password = formText(form, "password");
    try {
      await call("POST /api/codes/password/", { body: { code, password } });
      window.location.assign((await entered(username, password)) ? "/chat" : "/sign-in");
    } catch (thrown) {
      const refused = thrown instanceof ApiError ? thrown : undefined;
      const common = refused?.fields.password ? errors("commonPassword") : errorText(thrown);
      setError(refused?.code === "not_found" ? t("gone") : common);
      setBusy(false);
    }
  };
  return (
    <Form className="flex flex-col gap-5" onSend={(fields) => void save(fields)}>
      <p className="text-sm">{t("passwordFor", { username })}</p>
      {/* Password managers want to know whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <PasswordField
        label={setup("password")}
        name="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint={t("passwordHint")}
        error={error ?? undefined}
      />
      <Button type="submit" disabled={busy} large>
        {t("savePassword")}
      </Button>
    </Form>
  );
}
