"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useSecondFactor } from "@/lib/client/use-second-factor";
import { PasswordField } from "@/components/auth/password-field";
import { OwnerForm, type OwnersProof } from "@/components/settings/owner-form";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toasts";

/** A new password; the other devices are signed out by it. */
export function PasswordSettings() {
  const t = useTranslations("settings");
  const errors = useTranslations("error");
  const withOtp = useSecondFactor().data?.enabled ?? false;
  // A new form after each change: its fields are empty.
  const [round, setRound] = useState(0);
  const save = async (proof: OwnersProof, form: FormData) => {
    await call("POST /api/users/me/password/", { body: { ...proof, password: formText(form, "next") } });
    setRound((now) => now + 1);
    toast(t("passwordChanged"));
  };
  return (
    <Card>
      <h2 className="font-semibold">{t("password")}</h2>
      <OwnerForm
        key={round}
        hint={t("passwordHint")}
        action={t("changePassword")}
        withOtp={withOtp}
        onProof={save}
        beside={null}
      >
        {(wrong) => (
          <PasswordField
            label={t("passwordNext")}
            name="next"
            autoComplete="new-password"
            required
            minLength={8}
            hint={t("passwordShort")}
            error={wrong("password") ? errors("commonPassword") : undefined}
          />
        )}
      </OwnerForm>
    </Card>
  );
}
