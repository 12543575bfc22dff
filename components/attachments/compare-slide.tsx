"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/contract/shapes";

/** The picture of after over that of before, as far as the slider under them says; keys move it too. */
export function CompareSlide({ before, after }: { before: Attachment; after: Attachment }) {
  const t = useTranslations("files");
  const [share, setShare] = useState(50);
  const label = "absolute top-3 rounded-full bg-raised px-3 py-1 text-sm font-semibold text-ink";
  return (
    <div className="flex size-full flex-col items-center justify-center gap-2 p-4">
      <div className="relative min-h-0 w-full flex-1">
        <img src={before.preview_url ?? before.url} alt={t("before")} className="absolute size-full object-contain" />
        <img
          src={after.preview_url ?? after.url}
          alt={t("after")}
          style={{ clipPath: `inset(0 0 0 ${100 - share}%)` }}
          className="absolute size-full object-contain"
        />
        <span aria-hidden style={{ left: `${100 - share}%` }} className="absolute inset-y-0 w-0.5 bg-raised" />
        <span aria-hidden className={`${label} start-3`}>
          {t("before")}
        </span>
        <span aria-hidden className={`${label} end-3`}>
          {t("after")}
        </span>
      </div>
      <input
        type="range"
        min={0}
        max={100}
        value={100 - share}
        aria-label={t("compareAt")}
        onChange={(event) => setShare(100 - Number(event.target.value))}
        // The viewer would take the drag for a swipe and the arrow for the next picture.
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.key.startsWith("Arrow") && event.stopPropagation()}
        className="h-11 w-full max-w-xl accent-accent"
      />
    </div>
  );
}
