"use client";

import { Fingerprint } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/client/api-error";
import { knowsPasskeys, offersPasskeys, signInByPasskey, wasGivenUp } from "@/lib/client/passkeys";
import { useErrorText } from "@/lib/client/use-error-text";
import { useHydrated } from "@/lib/client/use-hydrated";
import { Button } from "@/components/ui/button";

/** What the server has asked is good for five minutes: a page that stays open asks anew before. */
const askAgainMs = 240_000;

/** Signing in by a finger, a face or a PIN of the device; where the browser can, without any press of a button. */
export function PasskeySignIn({ next, onError }: { next: string; onError: (text: string | null) => void }) {
  const t = useTranslations("signIn");
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const enter = async (quietly: boolean) => {
    try {
      await signInByPasskey(quietly);
      window.location.assign(next);
    } catch (error) {
      setBusy(false);
      // Nobody asked for what goes on quietly, until they have chosen a passkey and the server has answered.
      if (wasGivenUp(error) || (quietly && !(error instanceof ApiError && error.code === "bad_credentials"))) return;
      onError(error instanceof ApiError && error.code !== "bad_credentials" ? errorText(error) : t("passkeyWrong"));
    }
  };
  const offer = useEffectEvent(() => void enter(true));
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    let gone = false;
    void offersPasskeys().then(
      (can) => {
        if (!can || gone) return;
        offer();
        timer = setInterval(offer, askAgainMs);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  if (hydrated && !knowsPasskeys()) return null;
  return (
    <Button
      look="outline"
      // Its place is kept: what one presses above it must not move away when the page comes alive.
      className={hydrated ? "" : "invisible"}
      disabled={busy}
      large
      onClick={() => {
        setBusy(true);
        onError(null);
        void enter(false);
      }}
    >
      <Fingerprint aria-hidden className="size-5" strokeWidth={1.8} />
      {t("passkey")}
    </Button>
  );
}
