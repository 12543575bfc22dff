"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import type { User } from "@/lib/contract/shapes";
import { setBlocked } from "@/lib/client/set-blocked";
import { Confirm } from "@/components/ui/confirm";
import { useAct } from "@/components/ui/use-act";

/** Says what a block does, and makes it. */
export function ConfirmBlock({ person, onClose }: { person: User; onClose: () => void }) {
  const t = useTranslations("people");
  const client = useQueryClient();
  const act = useAct();
  return (
    <Confirm
      title={t("blockTitle", { name: person.full_name })}
      hint={t("blockHint")}
      action={t("block")}
      onConfirm={() => act(() => setBlocked(client, person.id, true))}
      onClose={onClose}
    />
  );
}
