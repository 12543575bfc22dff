"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OpenedCode } from "@/lib/contract/invites";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { signIn } from "@/lib/client/sign-in";
import { useErrorText } from "@/lib/client/use-error-text";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";

/** One's own account, by an invitation. */
export function OwnAccountForm({ code, invitation }: { code: string; invitation: OpenedCode }) {
  const t = useTranslations("join");
  const setup = useTranslations("setup");
  const role = useTranslations("role");
  const errors = useTranslations("error");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof ApiError ? error.fields : {};
  const join = async (form: FormData) => {
    setBusy(true);
    setError(null);
    const field = (name: string) => formText(form, name).trim();
    const [username, password] = [field("username"), formText(form, "password")];
    const names = { first_name: field("first_name"), last_name: field("last_name"), email: field("email") };
    try {
      await call("POST /api/codes/join/", { body: { code, username, password, ...names } });
      await signIn(username, password);
      window.location.assign("/chat");
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  const taken = error instanceof ApiError && error.code === "conflict";
  const gone = error instanceof ApiError && error.code === "not_found";
  return (
    <Form className="flex flex-col gap-5" onSend={(fields) => void join(fields)}>
      <p className="text-sm">{t("invited", { name: invitation.invited_by, role: role(invitation.role) })}</p>
      <div className="grid grid-cols-2 gap-3">
        <TextField label={setup("firstName")} name="first_name" autoComplete="given-name" required maxLength={150} />
        <TextField label={setup("lastName")} name="last_name" autoComplete="family-name" maxLength={150} />
      </div>
      <TextField
        label={setup("username")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={150}
        hint={t("usernameHint")}
        error={fields.username ? t(taken ? "taken" : "usernameHint") : undefined}
      />
      <TextField
        label={t("emailOptional")}
        name="email"
        type="email"
        autoComplete="email"
        error={fields.email ? t(taken ? "emailTaken" : "emailWrong") : undefined}
      />
      <PasswordField
        label={setup("password")}
        name="password"
        autoComplete="new-password"
        required
        minLength={8}
        hint={t("passwordHint")}
        error={fields.password ? errors("commonPassword") : undefined}
      />
      {error !== null && Object.keys(fields).length === 0 && (
        <p role="alert" className="rounded-control bg-danger-soft px-4 py-3 text-sm font-medium text-danger-ink">
          {gone ? t("gone") : errorText(error)}
        </p>
      )}
      <Button type="submit" disabled={busy} large>
        {t("join")}
      </Button>
    </Form>
  );
}
