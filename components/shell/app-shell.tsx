"use client";

import { type ReactNode, useEffect, lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { Navigation } from "@/components/shell/navigation";
import type { SharedDeviceHere } from "@/lib/contract/shared-devices";
import { arriving } from "@/lib/client/arriving";
import { opensOverPage, overPage } from "@/lib/client/over-page";

const Switcher = lazy(() => import("@/components/shell/switcher").then((module) => ({ default: module.Switcher })));

const Shortcuts = lazy(() => import("@/components/shell/shortcuts").then((module) => ({ default: module.Shortcuts })));

const connectionLine = arriving(() =>
  import("@/components/shell/connection-line").then((module) => module.ConnectionLine),
);
const toasts = arriving(() => import("@/components/ui/toasts").then((module) => module.Toasts));
const sharedDevice = arriving(() => import("@/components/shell/shared-device").then((module) => module.SharedDevice));
const background = arriving(() => import("@/components/notifications/background").then((module) => module.Background));

/** `shared`: the device of several people that this is. */
export function AppShell({ shared, children }: { shared?: SharedDeviceHere | null; children: ReactNode }) {
  const t = useTranslations("nav");
  const ConnectionLine = connectionLine.use();
  const Toasts = toasts.use();
  const Background = background.use();
  const over = overPage.use((open) => open);
  const close = () => overPage.set(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = opensOverPage(event);
      if (!asked) return;
      event.preventDefault();
      overPage.set(asked);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="flex h-dvh flex-col pt-[env(safe-area-inset-top)] pr-[env(safe-area-inset-right)] pl-[env(safe-area-inset-left)]">
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-24 rounded-control bg-surface px-4 py-3 text-sm font-semibold shadow-float focus:translate-y-0"
      >
        {t("skip")}
      </a>
      {shared && <SharedDeviceLine device={shared} />}
      <div role="status" className="shrink-0">
        {ConnectionLine && <ConnectionLine />}
      </div>
      {Background && <Background shared={Boolean(shared)} />}
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 outline-none">
          {children}
        </main>
        <Navigation />
      </div>
      {Toasts && <Toasts />}
      <Suspense>
        {over === "switcher" && <Switcher onClose={close} />}
        {over === "shortcuts" && <Shortcuts onClose={close} />}
      </Suspense>
    </div>
  );
}

/** Its place is kept, so that nothing moves; the lock is there as soon as it locks. */
function SharedDeviceLine({ device }: { device: SharedDeviceHere }) {
  const SharedDevice = sharedDevice.use();
  if (SharedDevice) return <SharedDevice device={device} />;
  return <div className="h-11.25 shrink-0 border-b border-line bg-sunken" />;
}
