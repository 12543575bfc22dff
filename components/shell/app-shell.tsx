"use client";

import { type ReactNode, useEffect, useState, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { ConnectionLine } from "@/components/shell/connection-line";
import { Navigation } from "@/components/shell/navigation";
import { arriving } from "@/lib/client/arriving";
import { Toasts } from "@/components/ui/toasts";

const Switcher = lazy(() => import("@/components/shell/switcher").then((module) => ({ default: module.Switcher })));

const unreadTitle = arriving(() => import("@/components/shell/unread-title").then((module) => module.UnreadTitle));
const background = arriving(() => import("@/components/notifications/background").then((module) => module.Background));

export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations("nav");
  const UnreadTitle = unreadTitle.use();
  const Background = background.use();
  const [switching, setSwitching] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setSwitching(true);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="flex h-dvh flex-col pt-[env(safe-area-inset-top)]">
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-24 rounded-control bg-surface px-4 py-3 text-sm font-semibold shadow-float focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <ConnectionLine />
      {Background && <Background />}
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 outline-none">
          {children}
        </main>
        <Navigation />
      </div>
      {UnreadTitle && <UnreadTitle />}
      <Toasts />
      <Suspense>{switching && <Switcher onClose={() => setSwitching(false)} />}</Suspense>
    </div>
  );
}
