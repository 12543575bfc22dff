import type { Role } from "@/lib/contract/shapes";

/**
 * Who is asking: made by `lib/auth` for all three ways in. `address`: where from; pages do not know it. `byPin`: at a shared
 * device, where whoever saw the PIN may be the one who asks.
 */
export type Ctx = {
  userId: number;
  sessionId: string;
  username: string;
  role: Role;
  address?: string;
  byPin?: boolean;
};
