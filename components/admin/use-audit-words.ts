import { useTranslations } from "use-intl";
import type { AuditEntry } from "@/lib/contract/audit";
import { type AuditAction, isAuditAction } from "@/lib/contract/audit-actions";
import { type AuditDetail, isAuditDetail } from "@/lib/contract/audit-details";
import type { HouseLimit } from "@/lib/contract/house-limits";
import { noticeUntil } from "@/lib/contract/room-notice";
import type { Role, TaskGroup } from "@/lib/contract/shapes";
import { useWhen } from "@/lib/client/use-when";

/** Keys of a catalogue have no dots of their own. */
const keyOf = (action: AuditAction) => action.replace(".", "_") as Deed;
type Deed = AuditAction extends infer A ? (A extends `${infer N}.${infer V}` ? `${N}_${V}` : never) : never;

/** Told by the names that come before these. */
const told: ReadonlySet<string> = new Set<AuditDetail>(["person", "sender", "room"]);

/** The lines of the audit log in the reader's words. */
export function useAuditWords() {
  const t = useTranslations("audit");
  const admin = useTranslations("admin");
  const role = useTranslations("role");
  const group = useTranslations("group");
  const filter = useTranslations("filter.actions");
  const when = useWhen();

  const one = (name: AuditDetail, value: unknown): string => {
    if (value === null || value === "") return t("unset");
    if (value === true) return t("yes");
    if (value === "changed") return t("changed");
    if (typeof value === "object") {
      const { value: words, action } = value as { value?: string; action?: "warn" | "hold" | "refuse" };
      return words !== undefined && action ? `“${words}” · ${filter(action)}` : JSON.stringify(value);
    }
    const text = typeof value === "string" ? value : JSON.stringify(value);
    switch (name) {
      case "role":
        return role(text as Role);
      case "task_group":
        return group(text as TaskGroup);
      case "platform":
        return admin(`pushed.platforms.${text as "web"}`);
      case "until":
        return noticeUntil(text) ? when.full(text) : admin("untilLifted");
      case "from":
        return t("outside");
      default:
        return text;
    }
  };

  const label = (name: AuditDetail): string =>
    name.startsWith("limits.")
      ? admin(`house.limit.${name.slice("limits.".length) as HouseLimit}`)
      : t(`detail.${name as Exclude<AuditDetail, `limits.${string}`>}`);

  return {
    deed: (action: string) => (isAuditAction(action) ? t(keyOf(action)) : action),
    actor: ({ actor_id, actor, actor_name }: AuditEntry) =>
      actor_id === null ? t(actor === "automatic" ? "automatic" : "operator") : (actor_name ?? actor),
    room: ({ room }: AuditEntry) => room && (room.room_type === "direct" ? admin("inDirect") : room.name),
    /** What was changed from what to what, and the like: each with its name. */
    details: ({ details, names }: AuditEntry): [name: string, value: string][] =>
      Object.entries(details)
        .filter(([name]) => !told.has(name))
        .map(([name, value]) => {
          if (!isAuditDetail(name)) return [name, JSON.stringify(value)];
          const values = Array.isArray(value) ? (value as unknown[]) : [value];
          return [label(name), names[name] ?? values.map((each) => one(name, each)).join(" → ")];
        }),
  };
}
