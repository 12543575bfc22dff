"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useSecondFactor } from "@/lib/client/use-second-factor";
import { OwnerForm, type OwnersProof } from "@/components/settings/owner-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

const key = ["pin"];

/** The PIN for devices of several people. */
export function PinSettings() {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const act = useAct();
  const { data } = useQuery({ queryKey: key, queryFn: () => call("GET /api/users/me/pin/"), staleTime: 0 });
  const withOtp = useSecondFactor().data?.enabled ?? false;
  // A new form after each change: its fields are empty.
  const [round, setRound] = useState(0);
  const changed = () => client.invalidateQueries({ queryKey: key });
  const save = async (proof: OwnersProof, form: FormData) => {
    try {
      await call("POST /api/users/me/pin/", { body: { ...proof, pin: formText(form, "pin") } });
    } finally {
      await changed();
    }
    setRound((now) => now + 1);
    toast(t("pinSaved"));
  };
  const remove = async () => {
    await act(() => call("DELETE /api/users/me/pin/"));
    await changed();
  };
  return (
    <Card>
      <h2 className="font-semibold">{t("pin")}</h2>
      <OwnerForm
        key={round}
        hint={t(data?.set ? "pinIsSet" : "pinHint")}
        action={t("pinSave")}
        withOtp={withOtp}
        onProof={save}
        beside={
          data?.set === true && (
            <Button look="outline" className="text-danger-ink" onClick={() => void remove()}>
              {t("pinRemove")}
            </Button>
          )
        }
      >
        {(wrong) => (
          <TextField
            label={t("pinNew")}
            name="pin"
            type="password"
            inputMode="numeric"
            pattern="[0-9]{6}"
            minLength={6}
            maxLength={6}
            autoComplete="off"
            required
            hint={t("pinDigits")}
            error={wrong("pin") ? t("pinWeak") : undefined}
          />
        )}
      </OwnerForm>
    </Card>
  );
}
