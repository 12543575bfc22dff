"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

type Props = {
  page: number;
  found: { count: number; next: string | null } | undefined;
  onPage: (page: number) => void;
};

/** The way through a long list, and how long it is. */
export function PageButtons({ page, found, onPage }: Props) {
  const t = useTranslations("admin");
  if (!found || (page === 1 && !found.next)) return null;
  return (
    <nav aria-label={t("pages")} className="flex items-center justify-between gap-3">
      <Button look="outline" disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t("previous")}
      </Button>
      <span className="text-sm text-ink-2">{t("total", { count: found.count })}</span>
      <Button look="outline" disabled={!found.next} onClick={() => onPage(page + 1)}>
        {t("next")}
      </Button>
    </nav>
  );
}
