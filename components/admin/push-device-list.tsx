"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { AnyPushDevice } from "@/lib/contract/push-record";
import { call } from "@/lib/client/call";
import { useLookedFor } from "@/lib/client/use-looked-for";
import { useWhen } from "@/lib/client/use-when";
import { Listed } from "@/components/admin/listed";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { SearchField } from "@/components/ui/search-field";
import { ThingRow } from "@/components/ui/thing-row";
import { useAct } from "@/components/ui/use-act";

/** Browsers and phones of everybody; one that is dead, or not its person's any more, can be taken off. */
export function PushDeviceList({ status }: { status: "all" | "failing" }) {
  const t = useTranslations("admin.pushed");
  const client = useQueryClient();
  const act = useAct();
  const { text, search, page, setText, setPage } = useLookedFor(status);
  const [asked, setAsked] = useState<AnyPushDevice | null>(null);
  const found = useQuery({
    queryKey: ["admin", "push", "devices", status, search, page],
    queryFn: () => call("GET /api/admin/push/devices/", { query: { status, search, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const remove = async ({ id }: AnyPushDevice) => {
    await act(() => call("DELETE /api/admin/push/devices/{id}/", { params: { id } }));
    setPage(1);
    await client.invalidateQueries({ queryKey: ["admin", "push"] });
  };
  return (
    <>
      <SearchField label={t("search")} value={text} onChange={setText} />
      <Listed label={t(`lists.${status}`)} found={found} page={page} onPage={setPage} keyOf={({ id }) => id}>
        {(device) => <DeviceLine device={device} onRemove={() => setAsked(device)} />}
      </Listed>
      {asked && (
        <Confirm
          title={t("removeTitle", { name: asked.user.full_name })}
          hint={t("removeHint")}
          action={t("remove")}
          onConfirm={() => remove(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function DeviceLine({ device, onRemove }: { device: AnyPushDevice; onRemove: () => void }) {
  const t = useTranslations("admin.pushed");
  const when = useWhen();
  const { user, platform, service, accepted_at, failed_at, failure } = device;
  return (
    <ThingRow
      inset
      icon={platform === "web" ? Laptop : Smartphone}
      name={user.full_name}
      facts={[
        t(`platforms.${platform}`),
        service,
        accepted_at ? t("reached", { time: when.full(accepted_at) }) : t("neverReached"),
        failed_at !== null && failure === null && t("failedBefore", { time: when.full(failed_at) }),
      ]}
      fault={failed_at && failure && t("failing", { time: when.full(failed_at), reason: failure })}
    >
      <Button look="outline" aria-label={`${t("remove")}: ${user.full_name}`} onClick={onRemove}>
        {t("remove")}
      </Button>
    </ThingRow>
  );
}
