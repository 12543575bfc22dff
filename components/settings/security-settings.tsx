"use client";

import { PasskeySettings } from "@/components/settings/passkey-settings";
import { PasswordSettings } from "@/components/settings/password-settings";
import { PinSettings } from "@/components/settings/pin-settings";
import { SecondFactorSettings } from "@/components/settings/second-factor-settings";

/** Everything by which one proves who one is. */
export function SecuritySettings() {
  return (
    <>
      <PasskeySettings />
      <SecondFactorSettings />
      <PasswordSettings />
      <PinSettings />
    </>
  );
}
