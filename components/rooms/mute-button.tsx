"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Bell, BellOff } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Participant } from "@/lib/contract/shapes";
import { mute } from "@/lib/client/mute";
import { useWhen } from "@/lib/client/use-when";
import { ActionMenu } from "@/components/ui/action-menu";
import { Button } from "@/components/ui/button";
import { useAct } from "@/components/ui/use-act";

const HOUR = 60 * 60 * 1000;

/** Tomorrow at eight, where the reader is. */
function tomorrow(): Date {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(8, 0, 0, 0);
  return at;
}

/** Quiet for a while or for good, for oneself alone. */
export function MuteButton({ mine }: { mine: Participant }) {
  const t = useTranslations("room");
  const when = useWhen();
  const client = useQueryClient();
  const act = useAct();
  const button = useRef<HTMLButtonElement>(null);
  const pressed = useRef(false);
  const set = (muted: boolean, until: Date | null) => {
    pressed.current = true;
    void act(() => mute(client, mine, muted, until));
  };
  // One button takes the place of the other, and the focus with it.
  useEffect(() => {
    if (pressed.current) requestAnimationFrame(() => button.current?.focus({ preventScroll: true }));
    pressed.current = false;
  }, [mine.is_muted]);
  if (mine.is_muted) {
    return (
      <Button ref={button} look="outline" className="grow" onClick={() => set(false, null)}>
        <BellOff aria-hidden className="size-4.5" strokeWidth={1.8} />
        {mine.muted_until ? t("unmuteBefore", { time: when.full(mine.muted_until) }) : t("unmute")}
      </Button>
    );
  }
  return (
    <ActionMenu
      label={t("mute")}
      trigger={
        <Button ref={button} look="outline" className="grow">
          <Bell aria-hidden className="size-4.5" strokeWidth={1.8} />
          {t("mute")}
        </Button>
      }
      actions={[
        { key: "hour", label: t("muteHour"), run: () => set(true, new Date(Date.now() + HOUR)) },
        { key: "shift", label: t("muteShift"), run: () => set(true, new Date(Date.now() + 8 * HOUR)) },
        { key: "tomorrow", label: t("muteTomorrow"), run: () => set(true, tomorrow()) },
        { key: "always", label: t("muteAlways"), run: () => set(true, null) },
      ]}
    />
  );
}
