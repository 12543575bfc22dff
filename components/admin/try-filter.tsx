"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { FilterVerdict } from "@/lib/contract/filter";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/text-area";
import { useAct } from "@/components/ui/use-act";

/** Says what would happen to a text, without sending it. */
export function TryFilter() {
  const t = useTranslations("filter");
  const act = useAct();
  const [verdict, setVerdict] = useState<FilterVerdict | null>(null);
  const ask = async (form: FormData) => {
    const text = formText(form, "text");
    await act(async () => setVerdict(await call("POST /api/admin/filter/try/", { body: { text } })));
  };
  return (
    <Card>
      <Form className="flex flex-col gap-4" onSend={(form) => void ask(form)}>
        <TextArea label={t("try")} name="text" maxLength={10_000} required onChange={() => setVerdict(null)} />
        <Button type="submit" look="outline" className="self-start">
          {t("tryAction")}
        </Button>
        <div role="status" className="-mt-4 text-sm [overflow-wrap:anywhere] *:first:mt-4">
          {verdict && (
            <>
              <p className="font-medium">{t(`verdicts.${verdict.action}`)}</p>
              {verdict.matches.length > 0 && (
                <p className="text-ink-2">
                  {t("found", { texts: [...new Set(verdict.matches.map(({ text }) => `“${text}”`))].join(", ") })}
                </p>
              )}
            </>
          )}
        </div>
      </Form>
    </Card>
  );
}
