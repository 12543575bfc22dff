import type { WarningRow } from "@/db/queries/warnings";
import type { Warning } from "@/lib/contract/reports";
import { instant } from "../instant";

export function presentWarning({ created_at, acknowledged_at, ...row }: WarningRow): Warning {
  return { ...row, created_at: instant(created_at), acknowledged_at: instant(acknowledged_at) };
}
