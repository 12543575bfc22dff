"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { signIn } from "@/lib/client/sign-in";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";

export function SetupForm() {
  const t = useTranslations("setup");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (form: FormData) => {
    setBusy(true);
    setError(null);
    const field = (name: string) => formText(form, name).trim();
    const account = {
      username: field("username"),
      email: field("email"),
      first_name: field("first_name"),
      last_name: field("last_name"),
      password: formText(form, "password"),
    };
    try {
      await api.setUp(account);
      await signIn(account.username, account.password);
      window.location.assign("/chat");
    } catch (reason) {
      setError(reason instanceof ApiError ? reason : new ApiError(0, "unknown", ""));
      setBusy(false);
    }
  };
  const closed = error?.status === 404 || error?.status === 409 || error?.status === 403;
  const invalid = (name: string) => error?.fields[name]?.[0];
  return (
    <Form className="flex flex-col gap-5" onSend={(fields) => void submit(fields)}>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("firstName")}
          name="first_name"
          autoComplete="given-name"
          required
          maxLength={150}
          error={invalid("first_name")}
        />
        <TextField
          label={t("lastName")}
          name="last_name"
          autoComplete="family-name"
          required
          maxLength={150}
          error={invalid("last_name")}
        />
      </div>
      <TextField label={t("email")} name="email" type="email" autoComplete="email" required error={invalid("email")} />
      <TextField
        label={t("username")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={150}
        error={invalid("username")}
      />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="new-password"
        required
        minLength={10}
        hint={t("passwordHint")}
        error={invalid("password")}
      />
      {error && (
        <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
          {closed ? t("done") : errorText(error)}
        </p>
      )}
      <Button type="submit" disabled={busy} large>
        {t(busy ? "busy" : "submit")}
      </Button>
    </Form>
  );
}
