"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ticket } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Invite, MadeCode } from "@/lib/contract/invites";
import { call } from "@/lib/client/call";
import { useWhen } from "@/lib/client/use-when";
import { CodeShown } from "@/components/admin/code-shown";
import { Listed } from "@/components/admin/listed";
import { NewInvite } from "@/components/admin/new-invite";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { ThingRow } from "@/components/ui/thing-row";
import { useAct } from "@/components/ui/use-act";

type Open = { what: "new" } | { what: "code"; made: MadeCode } | { what: "revoke"; invite: Invite };

/** Invitations by which people make their own accounts. */
export function Invites() {
  const t = useTranslations("admin");
  const client = useQueryClient();
  const act = useAct();
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<Open | null>(null);
  const found = useQuery({
    queryKey: ["admin", "invites", page],
    queryFn: () => call("GET /api/admin/invites/", { query: { page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const changed = () => client.invalidateQueries({ queryKey: ["admin", "invites"] });
  const revoke = async ({ id }: Invite) => {
    await act(() => call("DELETE /api/admin/invites/{id}/", { params: { id } }));
    await changed();
  };
  const close = () => setOpen(null);
  return (
    <>
      <Button className="self-start" onClick={() => setOpen({ what: "new" })}>
        <Ticket aria-hidden className="size-4.5" strokeWidth={1.8} />
        {t("newInvite")}
      </Button>
      <Listed
        label={t("invites")}
        none={t("noInvites")}
        found={found}
        page={page}
        onPage={setPage}
        keyOf={({ id }) => id}
      >
        {(invite) => <InviteRow invite={invite} onRevoke={() => setOpen({ what: "revoke", invite })} />}
      </Listed>
      {open?.what === "new" && (
        <NewInvite
          onClose={close}
          onMade={(made) => {
            void changed();
            setOpen({ what: "code", made });
          }}
        />
      )}
      {open?.what === "code" && <CodeShown title={t("invitation")} made={open.made} onClose={close} />}
      {open?.what === "revoke" && (
        <Confirm
          title={t("revokeTitle")}
          hint={t("revokeHint")}
          action={t("revoke")}
          onConfirm={() => revoke(open.invite)}
          onClose={close}
        />
      )}
    </>
  );
}

function InviteRow({ invite, onRevoke }: { invite: Invite; onRevoke: () => void }) {
  const t = useTranslations("admin");
  const role = useTranslations("role");
  const when = useWhen();
  return (
    <ThingRow
      inset
      name={invite.label || role(invite.role)}
      facts={[
        role(invite.role),
        t("uses", { uses: invite.uses, max: invite.max_uses }),
        invite.status === "open" ? t("until", { time: when.full(invite.expires_at) }) : t(`ended.${invite.status}`),
        t("by", { name: invite.created_by.full_name }),
      ]}
    >
      {invite.status === "open" && (
        <Button look="outline" onClick={onRevoke}>
          {t("revoke")}
        </Button>
      )}
    </ThingRow>
  );
}
