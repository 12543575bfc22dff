"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { OwnerForm, type OwnersProof } from "@/components/settings/owner-form";
import { RecoveryCodes } from "@/components/settings/recovery-codes";
import { SecondFactorSetup } from "@/components/settings/second-factor-setup";
import { Modal } from "@/components/ui/modal";
import { toast } from "@/components/ui/toasts";

export type SecondFactorDeed = "turnOn" | "turnOff" | "newCodes";

/** Turns the second factor on or off, or makes new recovery codes. Asks first who it is. */
export function SecondFactorDialog({ deed, onClose }: { deed: SecondFactorDeed; onClose: () => void }) {
  const t = useTranslations("security");
  const client = useQueryClient();
  const [enrolment, setEnrolment] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: keys.secondFactor });
  const made = (fresh: string[]) => {
    setCodes(fresh);
    void changed();
  };
  const deeds: Record<SecondFactorDeed, (body: OwnersProof) => Promise<unknown>> = {
    turnOn: async ({ current_password }) =>
      setEnrolment(await call("POST /api/users/me/second-factor/", { body: { current_password } })),
    newCodes: async (body) =>
      made((await call("POST /api/users/me/second-factor/recovery-codes/", { body })).recovery_codes),
    turnOff: async (body) => {
      await call("DELETE /api/users/me/second-factor/", { body });
      await changed();
      toast(t("off"));
      onClose();
    },
  };
  return (
    <Modal title={t(codes ? "codes" : `${deed}Title`)} onClose={onClose}>
      <div className="thin-scroll overflow-y-auto px-5 pt-1 pb-5">
        {codes ? (
          <RecoveryCodes codes={codes} onDone={onClose} />
        ) : enrolment ? (
          <SecondFactorSetup enrolment={enrolment} onOn={made} />
        ) : (
          <OwnerForm
            hint={t(`${deed}Hint`)}
            action={t(deed === "turnOn" ? "next" : deed)}
            withOtp={deed !== "turnOn"}
            onProof={deeds[deed]}
          />
        )}
      </div>
    </Modal>
  );
}
