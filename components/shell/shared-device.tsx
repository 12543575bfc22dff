"use client";

import { Lock } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { SharedDeviceHere } from "@/lib/contract/shared-devices";
import { connection } from "@/lib/client/connection";
import { leaveSharedDevice, lockDevice, unsentMessages } from "@/lib/client/lock-device";
import { outbox } from "@/lib/client/outbox";
import { useMe } from "@/lib/client/queries";
import { keepSharedDevice, noteTouch, untouchedFor } from "@/lib/client/shared-device";
import { Button } from "@/components/ui/button";

const signs = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/** On a device of several people: who is in, and the lock, which closes by itself when nobody touches anything. */
export function SharedDevice({ device }: { device: SharedDeviceHere }) {
  const t = useTranslations("sharedDevice");
  const me = useMe();
  const [asked, setAsked] = useState(false);
  // Whoever was signed out from elsewhere leaves nothing on the screen either.
  const isOut = connection.use((now) => now === "signed-out");
  useEffect(() => {
    keepSharedDevice(device);
    if (untouchedFor() === null) noteTouch();
    const isLeft = () => (untouchedFor() ?? 0) >= device.lockMinutes * 60_000;
    const look = () => isLeft() && setAsked(true);
    // A tablet that slept runs no timers: the touch that wakes it comes first.
    const touched = () => (isLeft() ? setAsked(true) : noteTouch());
    look();
    const timer = setInterval(look, 2000);
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, [device]);
  return (
    <>
      <header className="flex min-h-11 shrink-0 items-center gap-3 border-b border-line bg-sunken ps-4 pe-1">
        <p className="min-w-0 flex-1 truncate text-sm">
          <span className="font-semibold">{me.full_name}</span> · {device.name}
        </p>
        <Button look="quiet" onClick={() => setAsked(true)}>
          <Lock aria-hidden className="size-4.5" strokeWidth={1.8} />
          {t("lock")}
        </Button>
      </header>
      {(asked || isOut) && <Curtain isOut={isOut} />}
    </>
  );
}

/** Over everything, open dialogs too, while the last messages leave. Nothing behind it can be seen or reached. */
function Curtain({ isOut }: { isOut: boolean }) {
  const t = useTranslations("sharedDevice");
  const [discard] = useState(() => new AbortController());
  const count = outbox.use(unsentMessages);
  const place = useRef<HTMLDialogElement>(null);
  const { id } = useMe();
  useEffect(() => place.current?.showModal(), []);
  useEffect(() => void (isOut ? leaveSharedDevice(id) : lockDevice(discard.signal)), [isOut, id, discard]);
  return (
    <dialog
      ref={place}
      aria-labelledby="locking"
      // Escape opens nothing here.
      onCancel={(event) => event.preventDefault()}
      onClose={() => place.current?.showModal()}
      className="fixed inset-0 m-0 flex size-full max-h-none max-w-none flex-col items-center justify-center gap-4 bg-canvas p-6 text-center text-ink outline-none"
    >
      <Lock aria-hidden className="size-10 text-ink-2" strokeWidth={1.5} />
      <h1 id="locking" className="text-xl font-semibold">
        {t("locking")}
      </h1>
      {count > 0 && (
        <>
          <p role="status" className="max-w-sm text-ink-2">
            {t("sending", { count })}
          </p>
          <Button look="outline" className="text-danger-ink" onClick={() => discard.abort()}>
            {t("discard", { count })}
          </Button>
        </>
      )}
    </dialog>
  );
}
