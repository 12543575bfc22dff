"use client";

import { useTranslations } from "use-intl";
import { formText } from "@/lib/client/form-text";
import { OtpField } from "@/components/auth/otp-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";

type Props = { busy: boolean; error: string | null; onSend: (otp: string) => void; onBack: () => void };

/** The second step of signing in, for those who have a second factor. */
export function OtpForm({ busy, error, onSend, onBack }: Props) {
  const t = useTranslations("signIn");
  return (
    <Form className="flex flex-col gap-5" onSend={(fields) => onSend(formText(fields, "otp"))}>
      <OtpField autoFocus error={error ?? undefined} />
      <Button type="submit" disabled={busy} large>
        {t(busy ? "busy" : "submit")}
      </Button>
      <p className="text-sm text-ink-2">{t("otpHelp")}</p>
      <Button look="quiet" className="-ms-4 self-start" onClick={onBack}>
        {t("back")}
      </Button>
    </Form>
  );
}
