"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { TabletSmartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { TaskGroup } from "@/lib/contract/shapes";
import type { SharedDevice } from "@/lib/contract/shared-devices";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { useWhen } from "@/lib/client/use-when";
import { FormModal } from "@/components/admin/form-modal";
import { Listed } from "@/components/admin/listed";
import { TeamField } from "@/components/admin/team-field";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { TextField } from "@/components/ui/text-field";
import { ThingRow } from "@/components/ui/thing-row";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

/** Browsers of several people, as the tablet in the laundry. One is approved at the browser itself. */
export function SharedDevices() {
  const t = useTranslations("admin");
  const client = useQueryClient();
  const router = useRouter();
  const act = useAct();
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<"new" | SharedDevice | null>(null);
  const found = useQuery({
    queryKey: ["admin", "shared-devices", page],
    queryFn: () => call("GET /api/admin/shared-devices/", { query: { page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  // The page around it is another one on a shared device: this browser may just have become one, or have been one.
  const changed = async () => {
    router.refresh();
    await client.invalidateQueries({ queryKey: ["admin", "shared-devices"] });
  };
  const approve = async (form: FormData) => {
    const body = { name: formText(form, "name").trim(), task_group: formText(form, "task_group") as TaskGroup };
    await call("POST /api/admin/shared-devices/", { body });
    await changed();
    setOpen(null);
    toast(t("deviceApproved"));
  };
  const end = async ({ id }: SharedDevice) => {
    await act(() => call("DELETE /api/admin/shared-devices/{id}/", { params: { id } }));
    await changed();
  };
  return (
    <>
      <p className="text-sm text-ink-2">{t("devicesIntro")}</p>
      <Button className="self-start" onClick={() => setOpen("new")}>
        <TabletSmartphone aria-hidden className="size-4.5" strokeWidth={1.8} />
        {t("approveDevice")}
      </Button>
      <Listed
        label={t("devices")}
        none={t("noDevices")}
        found={found}
        page={page}
        onPage={setPage}
        keyOf={({ id }) => id}
      >
        {(device) => <DeviceRow device={device} onEnd={() => setOpen(device)} />}
      </Listed>
      {open === "new" && (
        <FormModal title={t("approveDevice")} action={t("approve")} onSubmit={approve} onClose={() => setOpen(null)}>
          {(wrong) => (
            <>
              <TextField
                label={t("deviceName")}
                hint={t("deviceNameHint")}
                name="name"
                maxLength={60}
                required
                error={wrong("name")}
              />
              <TeamField />
              <p className="text-sm text-ink-2">{t("deviceTeamHint")}</p>
            </>
          )}
        </FormModal>
      )}
      {open !== null && open !== "new" && (
        <Confirm
          title={t("endDeviceTitle", { name: open.name })}
          hint={t("endDeviceHint")}
          action={t("endDevice")}
          onConfirm={() => end(open)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function DeviceRow({ device, onEnd }: { device: SharedDevice; onEnd: () => void }) {
  const t = useTranslations("admin");
  const group = useTranslations("group");
  const when = useWhen();
  return (
    <ThingRow
      inset
      icon={TabletSmartphone}
      name={device.name}
      facts={[
        device.current && t("thisBrowser"),
        device.task_group === "none" ? t("everyTeam") : group(device.task_group),
        t("by", { name: device.approved_by.full_name }),
        device.last_used_at ? t("lastUsed", { time: when.full(device.last_used_at) }) : t("neverUsed"),
      ]}
    >
      <Button look="outline" onClick={onEnd} aria-label={t("endDeviceNamed", { name: device.name })}>
        {t("endDevice")}
      </Button>
    </ThingRow>
  );
}
