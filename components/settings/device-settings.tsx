"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Session } from "@/lib/contract/session";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { useWhen } from "@/lib/client/use-when";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { ThingRow } from "@/components/ui/thing-row";
import { useAct } from "@/components/ui/use-act";

const key = ["sessions"];

/** Where one is signed in, and the way to sign out there. */
export function DeviceSettings() {
  const t = useTranslations("settings");
  const errorText = useErrorText();
  const client = useQueryClient();
  const act = useAct();
  const found = useQuery({
    queryKey: key,
    queryFn: () => call("GET /api/users/me/sessions/", { query: { page_size: 100 } }),
    staleTime: 0,
  });
  const after = async (work: () => Promise<unknown>) => {
    await act(work);
    await client.invalidateQueries({ queryKey: key });
  };
  const devices = found.data?.results ?? [];
  const others = devices.filter((device) => !device.current);
  return (
    <>
      <p className="text-sm text-ink-2">{t("devicesHint")}</p>
      {found.isPending && <RowsSkeleton />}
      {found.error && <p className="text-sm text-danger-ink">{errorText(found.error)}</p>}
      <Card of="rows">
        <ul>
          {devices
            .toSorted((a, b) => Number(b.current) - Number(a.current))
            .map((device) => (
              <Device
                key={device.id}
                device={device}
                onEnd={() =>
                  void after(() => call("DELETE /api/users/me/sessions/{id}/", { params: { id: device.id } }))
                }
              />
            ))}
        </ul>
      </Card>
      {others.length > 1 && (
        <Button
          look="outline"
          className="self-start text-danger-ink"
          onClick={() => void after(() => call("DELETE /api/users/me/sessions/"))}
        >
          {t("signOutOthers", { count: others.length })}
        </Button>
      )}
    </>
  );
}

function Device({ device, onEnd }: { device: Session; onEnd: () => void }) {
  const t = useTranslations("settings");
  const when = useWhen();
  return (
    <li>
      <ThingRow
        inset
        icon={device.kind === "device" ? Smartphone : Laptop}
        name={device.device_name}
        facts={[
          device.current
            ? t("thisDevice")
            : t("lastSeen", { time: when.full(device.last_seen_at ?? device.created_at) }),
          device.address,
        ]}
      >
        {!device.current && (
          <Button look="outline" onClick={onEnd} aria-label={t("signOutDevice", { device: device.device_name })}>
            {t("signOut")}
          </Button>
        )}
      </ThingRow>
    </li>
  );
}
