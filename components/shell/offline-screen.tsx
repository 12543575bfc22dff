"use client";

import { usePathname } from "next/navigation";
import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useMessages, useTranslations } from "use-intl";
import { type DeviceCopy, openCopy } from "@/lib/client/open-copy";
import { keptSharedDevice } from "@/lib/client/shared-device";
import { parseChatPath, useGoToChat } from "@/lib/client/chat-address";
import { timelinePart } from "@/components/messages/timeline";
import { roomListPart } from "@/components/rooms/rooms-pane";
import { ChatScreen } from "@/components/rooms/chat-screen";
import { AppShell } from "@/components/shell/app-shell";
import { Intl } from "@/components/shell/intl";
import { Providers } from "@/components/shell/providers";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

/**
 * Read beside everything else that a start does, and waited for with the part of the page that is looked at first: what is
 * drawn once is there sooner than what is drawn, and drawn again when its code has come.
 */
const opening =
  typeof window === "undefined"
    ? Promise.resolve(null)
    : Promise.all([openCopy(), firstPart(window.location.pathname).fetch()]).then(([copy]) => copy);

function firstPart(path: string) {
  return parseChatPath(path).room === null ? roomListPart : timelinePart;
}

/** The chats as they were last seen on this device, in their reader's language; live as soon as there is a network. */
export function OfflineScreen() {
  const own = useMessages();
  const [copy, setCopy] = useState<DeviceCopy | "none" | null>(null);
  useEffect(() => {
    void opening.then((held) => setCopy(held ?? "none"));
  }, []);
  if (copy === null)
    return (
      <div data-shell className="contents">
        <RowsSkeleton />
      </div>
    );
  if (copy === "none") return <Nothing />;
  const { locale, messages, timeZone, clock } = copy.words;
  return (
    // A release may have added words since the copy was made: those come with this page.
    <Intl locale={locale} messages={{ ...own, ...messages }} timeZone={timeZone} clock={clock} now={copy.now}>
      <Providers seed={copy.seed} client={copy.client}>
        <AppShell shared={keptSharedDevice()}>
          <Place />
        </AppShell>
      </Providers>
    </Intl>
  );
}

function Place() {
  const path = usePathname();
  const go = useGoToChat();
  const t = useTranslations("offline");
  const room = useTranslations("room");
  if (path === "/" || path.startsWith("/chat")) return <ChatScreen seed={null} />;
  return (
    <EmptyState icon={WifiOff} title={t("title")} hint={t("pageHint")}>
      <Button onClick={() => go("/chat")}>{room("toList")}</Button>
    </EmptyState>
  );
}

/** Nobody has been here yet, or the last one signed out. */
function Nothing() {
  const t = useTranslations("offline");
  const room = useTranslations("room");
  return (
    <main className="flex h-dvh w-full">
      <EmptyState as="h1" icon={WifiOff} title={t("title")} hint={t("nothingHint")}>
        <Button onClick={() => window.location.reload()}>{room("tryAgain")}</Button>
      </EmptyState>
    </main>
  );
}
