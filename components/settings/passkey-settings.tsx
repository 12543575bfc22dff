"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { Passkey } from "@/lib/contract/passkey";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { knowsPasskeys } from "@/lib/client/passkeys";
import { useErrorText } from "@/lib/client/use-error-text";
import { useHydrated } from "@/lib/client/use-hydrated";
import { useWhen } from "@/lib/client/use-when";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { ThingRow } from "@/components/ui/thing-row";
import { useAct } from "@/components/ui/use-act";

const NewPasskey = lazy(() =>
  import("@/components/settings/new-passkey").then((module) => ({ default: module.NewPasskey })),
);

/** The devices by which one signs in without a password. */
export function PasskeySettings() {
  const t = useTranslations("security");
  const errorText = useErrorText();
  const client = useQueryClient();
  const act = useAct();
  const possible = useHydrated() && knowsPasskeys();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: keys.passkeys,
    queryFn: () => call("GET /api/users/me/passkeys/"),
    staleTime: 0,
  });
  if (isPending) return <RowsSkeleton />;
  if (!data) return <p className="text-sm text-danger-ink">{errorText(error)}</p>;
  const remove = async ({ id }: Passkey) => {
    await act(() => call("DELETE /api/users/me/passkeys/{id}/", { params: { id } }));
    await client.invalidateQueries({ queryKey: keys.passkeys });
  };
  return (
    <Card>
      <h2 className="font-semibold">{t("passkeys")}</h2>
      <p className="text-sm text-ink-2">{t("passkeysHint")}</p>
      {data.results.length > 0 && (
        <ul aria-label={t("passkeys")}>
          {data.results.map((passkey) => (
            <Row key={passkey.id} passkey={passkey} onRemove={() => setLeaving(passkey)} />
          ))}
        </ul>
      )}
      {possible ? (
        <Button className="self-start" onClick={() => setAdding(true)}>
          {t("addPasskey")}
        </Button>
      ) : (
        <p className="text-sm text-ink-2">{t("noPasskeys")}</p>
      )}
      {adding && (
        <Suspense>
          <NewPasskey onClose={() => setAdding(false)} />
        </Suspense>
      )}
      {leaving && (
        <Confirm
          title={t("removePasskeyTitle", { name: leaving.name })}
          hint={t("removePasskeyHint")}
          action={t("removePasskey")}
          onConfirm={() => remove(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </Card>
  );
}

function Row({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const t = useTranslations("security");
  const when = useWhen();
  return (
    <li>
      <ThingRow
        icon={Fingerprint}
        name={passkey.name}
        facts={[
          passkey.last_used_at
            ? t("lastUsed", { time: when.full(passkey.last_used_at) })
            : t("neverUsed", { time: when.full(passkey.created_at) }),
        ]}
      >
        <Button look="outline" onClick={onRemove} aria-label={t("removeNamed", { name: passkey.name })}>
          {t("removePasskey")}
        </Button>
      </ThingRow>
    </li>
  );
}
