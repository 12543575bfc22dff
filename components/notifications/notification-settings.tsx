"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { useMe } from "@/lib/client/queries";
import { keys } from "@/lib/client/keys";
import { keepSubscription, pushState, turnOffPush, turnOnPush } from "@/lib/client/web-push";
import { AlertChoices } from "@/components/notifications/alert-choices";
import { InstallGuide } from "@/components/notifications/install-guide";
import { Keywords } from "@/components/notifications/keywords";
import { MailChoice } from "@/components/notifications/mail-choice";
import { PushDevices, pushKey } from "@/components/notifications/push-devices";
import { QuietHours } from "@/components/notifications/quiet-hours";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Choice } from "@/components/ui/choice";
import { Section } from "@/components/ui/section";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

/** Whether this device calls, when it does not, and what it shows. A device of several people (`shared`) calls nobody. */
export function NotificationSettings({ shared }: { shared: boolean }) {
  const t = useTranslations("notifications");
  const me = useMe();
  const client = useQueryClient();
  const act = useAct();
  const state = pushState.use((now) => now);
  const { data } = useQuery({ queryKey: pushKey, queryFn: () => call("GET /api/push/"), staleTime: 0 });
  useEffect(() => {
    if (state === "unknown" && !shared) void keepSubscription();
  }, [state, shared]);
  // This browser subscribes while the page opens: the list may have been asked for before it was on it.
  useEffect(() => void client.invalidateQueries({ queryKey: pushKey }), [client, state]);
  const change = async (work: () => Promise<unknown>) => {
    await act(work);
    await client.invalidateQueries({ queryKey: pushKey });
  };
  const save = (body: { do_not_disturb?: boolean; notification_text?: boolean }) =>
    act(async () => client.setQueryData(keys.me, await call("PATCH /api/users/me/", { body })));
  const test = () =>
    act(async () => {
      const { devices } = await call("POST /api/push/test/");
      toast(devices === 0 ? t("testNone") : t("testSent", { count: devices }));
    });
  return (
    <>
      <Card>
        <Section title={t("thisDevice")}>
          <p className="text-sm text-ink-2">{t(shared ? "state.shared" : `state.${state}`)}</p>
          {!shared && (
            <div className="flex flex-wrap gap-2">
              {state === "off" && <Button onClick={() => void change(turnOnPush)}>{t("turnOn")}</Button>}
              {state === "on" && (
                <Button look="outline" onClick={() => void change(turnOffPush)}>
                  {t("turnOff")}
                </Button>
              )}
              <Button look="outline" disabled={!data?.devices.length} onClick={() => void test()}>
                {t("test")}
              </Button>
            </div>
          )}
        </Section>
        {!shared && <PushDevices devices={data?.devices ?? []} />}
        <AlertChoices />
      </Card>
      <Card>
        <Choice
          label={t("disturb")}
          name="disturb"
          value={me.do_not_disturb ? "quiet" : "tell"}
          options={[
            { value: "tell", label: t("disturbTell") },
            { value: "quiet", label: t("disturbQuiet") },
          ]}
          onChange={(value) => void save({ do_not_disturb: value === "quiet" })}
        />
        <QuietHours />
        <Keywords />
        {data?.mail && me.email !== "" && <MailChoice />}
        <Choice
          label={t("text")}
          name="text"
          value={me.notification_text ? "full" : "hidden"}
          options={[
            { value: "full", label: t("textFull") },
            { value: "hidden", label: t("textHidden") },
          ]}
          onChange={(value) => void save({ notification_text: value === "full" })}
        />
        <p className="text-xs text-ink-2">{t("roomHint")}</p>
      </Card>
      {!shared && <InstallGuide />}
    </>
  );
}
