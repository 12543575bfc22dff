"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { formText } from "@/lib/client/form-text";
import { keys } from "@/lib/client/keys";
import { addPasskey, wasGivenUp } from "@/lib/client/passkeys";
import { useSecondFactor } from "@/lib/client/use-second-factor";
import { OwnerForm, type OwnersProof } from "@/components/settings/owner-form";
import { Modal } from "@/components/ui/modal";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";

/** Makes a passkey on this device, once its owner has proved who they are. */
export function NewPasskey({ onClose }: { onClose: () => void }) {
  const t = useTranslations("security");
  const client = useQueryClient();
  const withOtp = useSecondFactor().data?.enabled ?? false;
  const add = async (proof: OwnersProof, form: FormData) => {
    try {
      await addPasskey(proof, formText(form, "name").trim());
      toast(t("passkeyAdded"));
    } catch (error) {
      if (error instanceof ApiError && Object.keys(error.fields).length > 0 && !error.fields.attestation) throw error;
      if (!(error instanceof ApiError)) toast(t(wasGivenUp(error) ? "passkeyGivenUp" : "passkeyImpossible"));
      else if (error.code === "conflict") toast(t("passkeyKnown"));
      else throw error;
    }
    onClose();
    await client.invalidateQueries({ queryKey: keys.passkeys });
  };
  return (
    <Modal title={t("addPasskey")} onClose={onClose}>
      <div className="thin-scroll overflow-y-auto px-5 pt-1 pb-5">
        <OwnerForm hint={t("addPasskeyHint")} action={t("next")} withOtp={withOtp} onProof={add}>
          <TextField
            label={t("passkeyName")}
            hint={t("passkeyNameHint")}
            name="name"
            autoComplete="off"
            required
            maxLength={100}
          />
        </OwnerForm>
      </div>
    </Modal>
  );
}
