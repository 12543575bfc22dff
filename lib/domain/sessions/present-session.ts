import type { SessionRow } from "@/db/queries/sessions";
import type { Session } from "@/lib/contract/session";
import { instant } from "../instant";
import { deviceOf } from "./device-of";

/** A signed-in device as its list shows it. */
export function presentSession(row: SessionRow, currentId: string): Session {
  const { client, platform } = deviceOf(row.userAgent);
  const unknown = row.kind === "browser" ? "Browser" : "Phone app";
  return {
    id: row.id,
    kind: row.kind,
    device_name: client && platform ? `${client} on ${platform}` : (client ?? platform ?? unknown),
    client,
    platform,
    address: row.address,
    created_at: instant(row.createdAt),
    last_seen_at: instant(row.lastSeenAt),
    expires_at: instant(row.expiresAt),
    current: row.id === currentId,
  };
}
