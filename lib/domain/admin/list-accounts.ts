import { database } from "@/db/database";
import { type AccountFilter, selectAccounts } from "@/db/queries/accounts";
import type { Account } from "@/lib/contract/admin";
import type { Ctx } from "../ctx";
import { instant } from "../instant";
import { requireRole } from "../require-permission";
import { presentMe } from "../users/present-me";

/** Every account, closed ones too. Refuses with `forbidden`. */
export async function listAccounts(
  ctx: Ctx,
  { page, page_size, ...filter }: AccountFilter & { page: number; page_size: number },
): Promise<{ count: number; results: Account[] }> {
  requireRole(ctx, "people.change");
  const bounds = { limit: page_size, offset: (page - 1) * page_size };
  const { count, rows } = await selectAccounts(database().db, filter, bounds);
  const results = rows.map(({ user, devices, secondFactor, passkeys }) => ({
    ...presentMe(user),
    created_at: instant(user.createdAt),
    has_password: user.passwordHash !== null,
    has_second_factor: secondFactor,
    passkey_count: passkeys,
    device_count: devices,
  }));
  return { count, results };
}
