import type { MadeInvite } from "@/db/queries/invites";
import type { Invite } from "@/lib/contract/invites";
import { instant } from "../instant";
import { briefOf } from "../users/present-me";

export function presentInvite({ invite, maker, fit }: MadeInvite): Invite {
  return {
    id: invite.id,
    label: invite.label,
    role: invite.role,
    task_group: invite.taskGroup,
    max_uses: invite.maxUses,
    uses: invite.uses,
    created_by: briefOf(maker),
    created_at: instant(invite.createdAt),
    expires_at: instant(invite.expiresAt),
    status: fit ? "open" : statusOf({ invite, maker }),
  };
}

function statusOf({ invite, maker }: Omit<MadeInvite, "fit">): Invite["status"] {
  if (invite.revokedAt !== null || !maker.isActive) return "closed";
  return invite.uses >= invite.maxUses ? "used" : "expired";
}
