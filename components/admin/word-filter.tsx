"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { FilterRule } from "@/lib/contract/filter";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { FilterRuleForm } from "@/components/admin/filter-rule-form";
import { TryFilter } from "@/components/admin/try-filter";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Confirm } from "@/components/ui/confirm";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { TextButton } from "@/components/ui/text-button";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

type Open = { what: "new" } | { what: "change" | "remove"; rule: FilterRule };

const key = ["admin", "filter"];

/** What the house looks for in what people write, and a place to try it. */
export function WordFilter() {
  const t = useTranslations("filter");
  const errorText = useErrorText();
  const client = useQueryClient();
  const act = useAct();
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, isPending } = useQuery({
    queryKey: key,
    queryFn: () => call("GET /api/admin/filter/rules/"),
    staleTime: 0,
  });
  const close = () => setOpen(null);
  const changed = () => client.invalidateQueries({ queryKey: key });
  const remove = async ({ id }: FilterRule) => {
    if (await act(() => call("DELETE /api/admin/filter/rules/{id}/", { params: { id } }))) toast(t("removed"));
    await changed();
  };
  return (
    <>
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <Button className="self-start" onClick={() => setOpen({ what: "new" })}>
        <Plus aria-hidden className="size-4.5" strokeWidth={1.8} />
        {t("add")}
      </Button>
      {isPending && <RowsSkeleton />}
      {error && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(error)}
        </p>
      )}
      {data?.results.length === 0 && <p className="py-6 text-center text-sm text-ink-2">{t("none")}</p>}
      {data && data.results.length > 0 && (
        <Card of="rows">
          <ul aria-label={t("rules")}>
            {data.results.map((rule) => (
              <li key={rule.id} className="flex min-h-16 items-center gap-4 px-3 py-2">
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className="text-msg font-medium [overflow-wrap:anywhere]">{rule.value}</span>
                  <span className="text-xs [overflow-wrap:anywhere] text-ink-2">
                    {[t(`kinds.${rule.kind}`), t(`actions.${rule.action}`), ...(rule.note ? [rule.note] : [])].join(
                      " · ",
                    )}
                  </span>
                </span>
                <TextButton
                  aria-label={t("changeRule", { rule: rule.value })}
                  className="text-sm"
                  onClick={() => setOpen({ what: "change", rule })}
                >
                  {t("change")}
                </TextButton>
                <TextButton
                  aria-label={t("removeRule", { rule: rule.value })}
                  danger
                  className="text-sm"
                  onClick={() => setOpen({ what: "remove", rule })}
                >
                  {t("remove")}
                </TextButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <TryFilter />
      {(open?.what === "new" || open?.what === "change") && (
        <FilterRuleForm
          rule={open.what === "change" ? open.rule : null}
          onDone={() => void changed()}
          onClose={close}
        />
      )}
      {open?.what === "remove" && (
        <Confirm
          title={t("removeTitle")}
          hint={t("removeHint")}
          action={t("remove")}
          onConfirm={() => remove(open.rule)}
          onClose={close}
        />
      )}
    </>
  );
}
