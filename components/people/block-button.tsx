"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { User } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useAct } from "@/components/ui/use-act";

const key = ["blocks"] as const;

/** Blocks somebody, or takes it back. */
export function BlockButton({ person }: { person: User }) {
  const t = useTranslations("people");
  const client = useQueryClient();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => call("GET /api/users/me/blocks/", { query: { page_size: 100 } }),
  });
  const blocked = data?.results.some(({ user }) => user.id === person.id) ?? false;
  const params = { id: person.id };
  const renew = () => client.invalidateQueries({ queryKey: key });
  const block = () => act(() => call("POST /api/users/{id}/block/", { params }).then(renew));
  const unblock = () => act(() => call("DELETE /api/users/{id}/block/", { params }).then(renew));
  return (
    <>
      {blocked && <p className="text-sm text-ink-2">{t("blocked")}</p>}
      <Button
        look="outline"
        className="self-start text-danger-ink"
        disabled={!data}
        onClick={() => (blocked ? void unblock() : setAsking(true))}
      >
        <Ban aria-hidden className="size-4.5" strokeWidth={1.8} />
        {t(blocked ? "unblock" : "block")}
      </Button>
      {asking && (
        <Confirm
          title={t("blockTitle", { name: person.full_name })}
          hint={t("blockHint")}
          action={t("block")}
          onConfirm={block}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
