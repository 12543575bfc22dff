"use client";

import { useTranslations } from "use-intl";
import type { Command } from "@/components/messages/use-commands";
import { Suggestions } from "@/components/ui/suggestions";

type Choice = { items: Command[]; at: number };

export function CommandList({ choice, onChoose }: { choice: Choice; onChoose: (command: Command) => void }) {
  const t = useTranslations("composer");
  return (
    <Suggestions label={t("commands")} {...choice} keyOf={(command) => command.name} onChoose={onChoose}>
      {(command) => (
        <>
          <span className="ps-1 font-semibold text-accent-ink">/{command.name}</span>
          <span className="truncate text-sm text-ink-2">{command.hint}</span>
        </>
      )}
    </Suggestions>
  );
}
