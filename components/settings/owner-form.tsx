"use client";

import clsx from "clsx";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { formText } from "@/lib/client/form-text";
import { useErrorText } from "@/lib/client/use-error-text";
import { OtpField } from "@/components/auth/otp-field";
import { PasswordField } from "@/components/auth/password-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";

export type OwnersProof = { current_password: string; otp?: string };

type Props = {
  hint: string;
  action: string;
  /** Whether one has a second factor: a code is asked for too. */
  withOtp: boolean;
  /** What is thrown is shown here. */
  onProof: (proof: OwnersProof, form: FormData) => Promise<unknown>;
  /** What else is asked for, before the proof; as a function it shows itself what is wrong with its fields. */
  children?: ReactNode | ((wrong: (field: string) => boolean) => ReactNode);
  /** In a page, not a dialog: the button stands where one reads on, and this beside it. */
  beside?: ReactNode;
};

/** Asks for what only the owner of the account knows, before something that an open device alone must not do. */
export function OwnerForm({ hint, action, withOtp, onProof, children, beside }: Props) {
  const t = useTranslations("settings");
  const otp = useTranslations("otp");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof ApiError ? error.fields : {};
  const told =
    fields.current_password || fields.otp || (typeof children === "function" && Object.keys(fields).length > 0);
  const prove = async (form: FormData) => {
    setBusy(true);
    setError(null);
    const current_password = formText(form, "current");
    try {
      await onProof(withOtp ? { current_password, otp: formText(form, "otp") } : { current_password }, form);
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <Form className="flex flex-col gap-4" onSend={(form) => void prove(form)}>
      <p className="text-sm text-ink-2">{hint}</p>
      {typeof children === "function" ? children((field) => Boolean(fields[field])) : children}
      <PasswordField
        label={t("passwordCurrent")}
        name="current"
        autoComplete="current-password"
        required
        error={fields.current_password && t("passwordWrong")}
      />
      {withOtp && <OtpField error={fields.otp && otp("wrong")} />}
      {error !== null && !told && (
        <p role="alert" className="text-sm font-medium text-danger-ink">
          {errorText(error)}
        </p>
      )}
      <div className={clsx("flex flex-wrap gap-2", beside === undefined && "justify-end")}>
        <Button type="submit" disabled={busy}>
          {action}
        </Button>
        {beside}
      </div>
    </Form>
  );
}
