"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { FileUp, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Account } from "@/lib/contract/admin";
import type { MadeCode } from "@/lib/contract/invites";
import { call } from "@/lib/client/call";
import { useLookedFor } from "@/lib/client/use-looked-for";
import { AccountSheet } from "@/components/admin/account-sheet";
import { CodeShown } from "@/components/admin/code-shown";
import { ImportPeople } from "@/components/admin/import-people";
import { Listed } from "@/components/admin/listed";
import { NewAccount } from "@/components/admin/new-account";
import { OpenRow } from "@/components/admin/open-row";
import { StatusChips } from "@/components/admin/status-chips";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";

type Open =
  | { what: "new" }
  | { what: "import" }
  | { what: "account"; account: Account }
  | { what: "code"; made: MadeCode; name: string };
const states = ["active", "closed", "all"] as const;

/** Everybody who has an account, and what can be done about it. */
export function Accounts() {
  const t = useTranslations("admin");
  const client = useQueryClient();
  const { text, search, status, page, ...look } = useLookedFor<(typeof states)[number]>("active");
  const [open, setOpen] = useState<Open | null>(null);
  const found = useQuery({
    queryKey: ["admin", "people", search, status, page],
    queryFn: () => call("GET /api/admin/people/", { query: { search, status, page } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const changed = () => void client.invalidateQueries({ queryKey: ["admin"] });
  const close = () => setOpen(null);
  const showCode = (made: MadeCode, name: string) => setOpen({ what: "code", made, name });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen({ what: "new" })}>
          <UserPlus aria-hidden className="size-4.5" strokeWidth={1.8} />
          {t("addPerson")}
        </Button>
        <Button look="outline" onClick={() => setOpen({ what: "import" })}>
          <FileUp aria-hidden className="size-4.5" strokeWidth={1.8} />
          {t("import")}
        </Button>
      </div>
      <SearchField label={t("searchPeople")} value={text} onChange={look.setText} />
      <StatusChips states={states} value={status} label={(state) => t(`states.${state}`)} onChange={look.setStatus} />
      <Listed label={t("people")} found={found} page={page} onPage={look.setPage} keyOf={({ id }) => id}>
        {(account) => <AccountRow account={account} onOpen={() => setOpen({ what: "account", account })} />}
      </Listed>
      {open?.what === "new" && <NewAccount onClose={close} onMade={showCode} onChanged={changed} />}
      {open?.what === "import" && <ImportPeople onClose={close} onChanged={changed} />}
      {open?.what === "account" && (
        <AccountSheet account={open.account} onClose={close} onChanged={changed} onCode={showCode} />
      )}
      {open?.what === "code" && (
        <CodeShown title={t("passwordLinkFor", { name: open.name })} made={open.made} onClose={close} />
      )}
    </>
  );
}

function AccountRow({ account, onOpen }: { account: Account; onOpen: () => void }) {
  const t = useTranslations("admin");
  const role = useTranslations("role");
  return (
    <OpenRow
      picture={<Avatar id={account.id} name={account.full_name} />}
      name={account.full_name}
      facts={[
        `@${account.username}`,
        role(account.role),
        !account.is_active && t("states.closed"),
        !account.has_password && t("noPassword"),
      ]}
      onOpen={onOpen}
    />
  );
}
