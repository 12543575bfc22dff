"use client";

import { useTranslations } from "use-intl";

export function RowsSkeleton() {
  const t = useTranslations("error");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col px-5">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="flex h-16 items-center gap-3">
          <div className="size-11 skeleton rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <div className="h-3.5 w-2/5 skeleton rounded-full" />
            <div className="h-3 w-1/4 skeleton rounded-full" />
          </div>
        </div>
      ))}
    </div>
  );
}
