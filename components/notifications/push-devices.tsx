import { Laptop, Smartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PushDevice } from "@/lib/contract/push-device";
import { useWhen } from "@/lib/client/use-when";
import { ThingRow } from "@/components/ui/thing-row";

export const pushKey = ["push"];

/** Where one is told of news, and whether it last went well. */
export function PushDevices({ devices }: { devices: PushDevice[] }) {
  const t = useTranslations("notifications");
  const when = useWhen();
  if (devices.length === 0) return null;
  return (
    <ul>
      {devices.map(({ id, platform, current, accepted_at, failure }) => (
        <li key={id}>
          <ThingRow
            icon={platform === "web" ? Laptop : Smartphone}
            name={current ? t("thisDevice") : t(`platform.${platform}`)}
            facts={[!failure && (accepted_at ? t("reached", { time: when.full(accepted_at) }) : t("neverReached"))]}
            fault={failure && t("failing", { reason: failure })}
          />
        </li>
      ))}
    </ul>
  );
}
