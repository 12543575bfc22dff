"use client";

import { useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/contract/audit";
import { useWhen } from "@/lib/client/use-when";
import { useAuditWords } from "@/components/admin/use-audit-words";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Modal } from "@/components/ui/modal";

const kinds = ["person", "room", "message", "task", "property", "invite", "report", "device", "house"] as const;
type Kind = (typeof kinds)[number];

type Props = { entry: AuditEntry; onClose: () => void; /** Shows all that is of its kind. */ onAlike: () => void };

/** Everything that the audit log knows of one deed. */
export function AuditSheet({ entry, onClose, onAlike }: Props) {
  const t = useTranslations("audit");
  const words = useAuditWords();
  const when = useWhen();
  const { actor_id, actor, person_name, target_name, target_type, target_id } = entry;
  const kind = kinds.includes(target_type as Kind) ? t(`kinds.${target_type as Kind}`) : target_type;
  const room = words.room(entry);
  const facts: [name: string, value: string][] = [
    [t("when"), when.full(entry.at)],
    [t("who"), actor_id === null ? words.actor(entry) : `${words.actor(entry)} (@${actor})`],
    ...(person_name === null ? [] : [[t("whom"), person_name] satisfies [string, string]]),
    ...(room === null ? [] : [[t("kinds.room"), room] satisfies [string, string]]),
    ...(target_name === null ? [] : [[kind, target_name] satisfies [string, string]]),
    ...words.details(entry),
    ...(entry.address ? [[t("address"), entry.address] satisfies [string, string]] : []),
    [t("line"), target_type === "house" ? String(entry.id) : `${entry.id} · ${kind} ${target_id}`],
  ];
  return (
    <Modal title={words.deed(entry.action)} onClose={onClose}>
      <div className="flex thin-scroll flex-col gap-5 overflow-y-auto px-5 pt-1 pb-5">
        <Facts facts={facts} />
        <Button look="outline" className="self-start" onClick={onAlike}>
          {t("alike")}
        </Button>
      </div>
    </Modal>
  );
}
