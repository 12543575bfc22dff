"use client";

import { Bell, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { connection } from "@/lib/client/connection";
import { outbox } from "@/lib/client/outbox";
import { pushState, turnOnPush } from "@/lib/client/web-push";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useAct } from "@/components/ui/use-act";

const ASKED = "aristay.push.asked";

function asked(): boolean {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    return true;
  }
}

/** Asks once a device whether it shall call, when somebody has written something and so waits for an answer. */
export function AskToNotify() {
  const t = useTranslations("notifications");
  const act = useAct();
  const off = pushState.use((now) => now === "off");
  // One line at a time over the page: that there is no connection comes first.
  const connected = connection.use((now) => now === "online");
  const [wrote, setWrote] = useState(false);
  const [done, setDone] = useState(asked);
  useEffect(() => outbox.subscribe(() => outbox.get().some(({ kind }) => kind === "send") && setWrote(true)), []);
  if (!off || !connected || !wrote || done || Notification.permission !== "default") return null;
  const answer = () => {
    setDone(true);
    try {
      localStorage.setItem(ASKED, "1");
    } catch {
      // It is asked again another time.
    }
  };
  return (
    <section
      aria-label={t("ask")}
      className="flex min-h-12 shrink-0 arrive items-center justify-center gap-3 border-b border-line bg-surface px-4 py-1.5"
    >
      <Bell aria-hidden className="size-5 shrink-0 text-accent-ink" strokeWidth={1.8} />
      <p className="text-sm font-medium">{t("askWhy")}</p>
      <Button
        className="shrink-0"
        onClick={() => {
          answer();
          void act(turnOnPush);
        }}
      >
        {t("turnOn")}
      </Button>
      <IconButton icon={X} label={t("notNow")} onClick={answer} />
    </section>
  );
}
