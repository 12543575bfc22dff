"use client";

import { CloudAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function PageError({ reset }: { reset: () => void }) {
  const t = useTranslations("error");
  const room = useTranslations("room");
  return (
    <main className="flex h-dvh w-full">
      <EmptyState as="h1" icon={CloudAlert} title={t("pageTitle")} hint={t("pageHint")}>
        <Button onClick={reset}>{room("tryAgain")}</Button>
      </EmptyState>
    </main>
  );
}
