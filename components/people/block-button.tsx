"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Ban } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { User } from "@/lib/contract/shapes";
import { useBlocked } from "@/lib/client/blocked";
import { setBlocked } from "@/lib/client/set-blocked";
import { ConfirmBlock } from "@/components/people/confirm-block";
import { Button } from "@/components/ui/button";
import { useAct } from "@/components/ui/use-act";

/** Blocks somebody, or takes it back. */
export function BlockButton({ person }: { person: User }) {
  const t = useTranslations("people");
  const client = useQueryClient();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const blocked = useBlocked().includes(person.id);
  return (
    <>
      {blocked && <p className="w-full text-sm text-ink-2">{t("blocked")}</p>}
      <Button
        look="outline"
        className="self-start text-danger-ink"
        onClick={() => (blocked ? void act(() => setBlocked(client, person.id, false)) : setAsking(true))}
      >
        <Ban aria-hidden className="size-4.5" strokeWidth={1.8} />
        {t(blocked ? "unblock" : "block")}
      </Button>
      {asking && <ConfirmBlock person={person} onClose={() => setAsking(false)} />}
    </>
  );
}
