"use client";

import { CornerDownLeft, Keyboard, SendHorizontal } from "lucide-react";
import { useTranslations } from "use-intl";
import { keepEnterKey, useEnterKey } from "@/lib/client/enter-key";
import { overPage } from "@/lib/client/over-page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Choice } from "@/components/ui/choice";

/** How one writes, on this device. */
export function WritingSettings() {
  const t = useTranslations("settings");
  const shortcuts = useTranslations("shortcuts");
  const enter = useEnterKey();
  return (
    <Card>
      <Choice
        label={t("enter")}
        name="enter"
        value={enter}
        options={[
          { value: "send", label: t("enterSends"), icon: SendHorizontal },
          { value: "line", label: t("enterBreaks"), icon: CornerDownLeft },
        ]}
        onChange={keepEnterKey}
      />
      <p className="text-sm text-ink-2">{t("enterHint")}</p>
      <div className="flex flex-col gap-2 text-sm">
        <h2 className="font-medium">{t("marks")}</h2>
        <p className="text-ink-2">{t("marksHint")}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 font-mono text-xs">
          {["**bold**", "_italic_", "~~strike~~", "`code`", "> quote", "- list"].map((mark) => (
            <code key={mark} className="rounded-tail bg-sunken px-1.5 py-0.5">
              {mark}
            </code>
          ))}
        </p>
      </div>
      <Button look="outline" className="gap-2 self-start" onClick={() => overPage.set("shortcuts")}>
        <Keyboard aria-hidden className="size-4.5" strokeWidth={1.8} />
        {shortcuts("title")}
      </Button>
    </Card>
  );
}
