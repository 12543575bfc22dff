"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { keys } from "@/lib/client/keys";
import { useMe } from "@/lib/client/queries";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";

/** Words of which one is told as if one were named: in rooms that are set to mentions too. */
export function Keywords() {
  const t = useTranslations("notifications");
  const me = useMe();
  const client = useQueryClient();
  const act = useAct();
  const [text, setText] = useState(me.keywords.join(", "));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const keywords = text.split(",").flatMap((word) => word.trim() || []);
    const saved = await act(async () => {
      const changed = await call("PATCH /api/users/me/", { body: { keywords } });
      client.setQueryData(keys.me, changed);
      setText(changed.keywords.join(", "));
    });
    if (saved) toast(t("keywordsSaved"));
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-2">
      <TextField
        label={t("keywords")}
        hint={t("keywordsHint")}
        value={text}
        maxLength={1_000}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" look="outline" className="self-start">
        {t("keywordsSave")}
      </Button>
    </form>
  );
}
