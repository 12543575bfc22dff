"use client";

import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/lib/client/use-error-text";
import { useSecondFactor } from "@/lib/client/use-second-factor";
import { useWhen } from "@/lib/client/use-when";
import type { SecondFactorDeed } from "@/components/settings/second-factor-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

const SecondFactorDialog = lazy(() =>
  import("@/components/settings/second-factor-dialog").then((module) => ({ default: module.SecondFactorDialog })),
);

/** A code of an app beside the password: whether one has it, and the way to it. */
export function SecondFactorSettings() {
  const t = useTranslations("security");
  const when = useWhen();
  const errorText = useErrorText();
  const { data, error, isPending } = useSecondFactor();
  const [deed, setDeed] = useState<SecondFactorDeed | null>(null);
  if (isPending) return <RowsSkeleton />;
  if (!data) return <p className="text-sm text-danger-ink">{errorText(error)}</p>;
  const deeds: SecondFactorDeed[] = data.enabled ? ["newCodes", "turnOff"] : ["turnOn"];
  return (
    <Card>
      <h2 className="font-semibold">{t("secondFactor")}</h2>
      <p className="text-sm text-ink-2">{t("secondFactorHint")}</p>
      {data.since && (
        <p className="text-sm">
          {t("onSince", { time: when.full(data.since) })} {t("codesLeft", { count: data.recovery_codes_left })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {deeds.map((one) => (
          <Button
            key={one}
            look={one === "turnOn" ? "primary" : "outline"}
            className={one === "turnOff" ? "text-danger-ink" : ""}
            onClick={() => setDeed(one)}
          >
            {t(one)}
          </Button>
        ))}
      </div>
      {deed && (
        <Suspense>
          <SecondFactorDialog deed={deed} onClose={() => setDeed(null)} />
        </Suspense>
      )}
    </Card>
  );
}
