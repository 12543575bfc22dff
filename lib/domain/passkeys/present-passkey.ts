import type { PasskeyRow } from "@/db/queries/passkeys";
import type { Passkey } from "@/lib/contract/passkey";
import { instant } from "../instant";

/** A passkey as its owner's list shows it. */
export const presentPasskey = ({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey => ({
  id,
  name,
  created_at: instant(createdAt),
  last_used_at: instant(lastUsedAt),
});
