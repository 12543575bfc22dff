"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { OpenedCode } from "@/lib/contract/invites";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { OwnAccountForm } from "@/components/auth/own-account-form";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { TextField } from "@/components/ui/text-field";

/** The code first, then what it opens. One that came with the link is taken at once. */
export function JoinForm() {
  const t = useTranslations("join");
  const errorText = useErrorText();
  const [opened, setOpened] = useState<{ code: string; what: OpenedCode } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = async (code: string) => {
    setBusy(true);
    setError(null);
    try {
      setOpened({ code, what: await call("POST /api/codes/open/", { body: { code } }) });
    } catch (thrown) {
      setError(thrown instanceof ApiError && thrown.code === "not_found" ? t("gone") : errorText(thrown));
    }
    setBusy(false);
  };
  useEffect(() => {
    const code = window.location.hash.slice(1);
    if (code === "") return;
    // Neither the history nor a shared screen shall keep it.
    window.history.replaceState(null, "", window.location.pathname);
    void open(decodeURIComponent(code));
    // Once, when the page is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opening another time would only try the same code again
  }, []);
  if (opened?.what.kind === "join") return <OwnAccountForm code={opened.code} invitation={opened.what} />;
  if (opened) return <NewPasswordForm code={opened.code} username={opened.what.username ?? ""} />;
  return (
    <Form className="flex flex-col gap-5" onSend={(fields) => void open(formText(fields, "code"))}>
      <TextField
        label={t("code")}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={40}
        hint={t("codeHint")}
        error={error ?? undefined}
      />
      <Button type="submit" disabled={busy} large>
        {t("next")}
      </Button>
      <a href="/sign-in" className="self-start text-sm font-medium text-accent-ink underline underline-offset-4">
        {t("haveAccount")}
      </a>
    </Form>
  );
}
