import { Laptop, Smartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PushDevice } from "@/lib/contract/push-device";
import { useWhen } from "@/lib/client/use-when";

export const pushKey = ["push"];

/** Where one is told of news, and whether it last went well. */
export function PushDevices({ devices }: { devices: PushDevice[] }) {
  const t = useTranslations("notifications");
  const when = useWhen();
  if (devices.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {devices.map(({ id, platform, current, accepted_at, failure }) => {
        const Icon = platform === "web" ? Laptop : Smartphone;
        return (
          <li key={id} className="flex min-h-12 items-center gap-3">
            <Icon aria-hidden className="size-5 shrink-0 text-ink-2" strokeWidth={1.6} />
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate text-sm font-medium">
                {current ? t("thisDevice") : t(`platform.${platform}`)}
              </span>
              <span className={failure ? "text-xs text-danger-ink" : "text-xs text-ink-2"}>
                {failure && t("failing", { reason: failure })}
                {!failure && (accepted_at ? t("reached", { time: when.full(accepted_at) }) : t("neverReached"))}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
