"use client";

import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { QuietHours as Hours } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAct } from "@/components/ui/use-act";

const nights: Hours = { days: [0, 1, 2, 3, 4, 5, 6], start: "22:00", end: "07:00" };
/** A Sunday. */
const sunday = Date.UTC(2026, 0, 4);
const day = 24 * 3_600_000;

/** When nothing is to be told, by the days on which it begins, in one's own time zone. */
export function QuietHours() {
  const t = useTranslations("notifications");
  const format = useFormatter();
  const me = useMe();
  const client = useQueryClient();
  const act = useAct();
  const [hours, setHours] = useState(me.quiet_hours);
  const save = (next: Hours | null) => {
    setHours(next);
    // Those who never chose a zone are where this device is.
    const timezone = me.timezone === "UTC" ? Intl.DateTimeFormat().resolvedOptions().timeZone : me.timezone;
    const body = { quiet_hours: next && next.days.length > 0 ? next : null, timezone };
    void act(async () => client.setQueryData(keys.me, await call("PATCH /api/users/me/", { body })));
  };
  if (!hours) {
    return (
      <div className="flex flex-col items-start gap-2">
        <h2 className="text-sm font-medium">{t("quiet")}</h2>
        <Button look="outline" onClick={() => save(nights)}>
          {t("quietSet")}
        </Button>
      </div>
    );
  }
  const toggle = (weekday: number) => {
    const days = hours.days.includes(weekday) ? hours.days.filter((d) => d !== weekday) : [...hours.days, weekday];
    save({ ...hours, days: days.toSorted() });
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{t("quiet")}</legend>
      <div role="group" aria-label={t("quietDays")} className="grid grid-cols-4 gap-1.5 sm:flex">
        {[1, 2, 3, 4, 5, 6, 0].map((weekday) => {
          const at = new Date(sunday + weekday * day);
          const on = hours.days.includes(weekday);
          return (
            <button
              key={weekday}
              type="button"
              aria-pressed={on}
              aria-label={format.dateTime(at, { weekday: "long", timeZone: "UTC" })}
              onClick={() => toggle(weekday)}
              className={clsx(
                "min-h-11 min-w-11 rounded-full border px-2 text-xs font-semibold",
                on ? "border-accent bg-accent-soft text-accent-ink" : "border-line text-ink-2",
              )}
            >
              {format.dateTime(at, { weekday: "short", timeZone: "UTC" })}
            </button>
          );
        })}
      </div>
      <div className="flex gap-3">
        <TextField
          label={t("quietFrom")}
          type="time"
          required
          value={hours.start}
          onChange={({ target }) => target.value && save({ ...hours, start: target.value })}
          className="flex-1"
        />
        <TextField
          label={t("quietTo")}
          type="time"
          required
          value={hours.end}
          onChange={({ target }) => target.value && save({ ...hours, end: target.value })}
          className="flex-1"
        />
      </div>
      <p className="text-xs text-ink-2">{t("quietHint")}</p>
      <Button look="outline" className="self-start" onClick={() => save(null)}>
        {t("quietOff")}
      </Button>
    </fieldset>
  );
}
