"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/contract/shapes";

/** The picture of after over that of before, as far as the slider under them says; keys move it too. */
export function CompareSlide({ before, after }: { before: Attachment; after: Attachment }) {
  const t = useTranslations("files");
  const [share, setShare] = useState(50);
  const ratio = (after.width ?? 4) / (after.height ?? 3);
  const label = "absolute bottom-3 rounded-full bg-raised px-3 py-1 text-sm font-semibold text-ink";
  return (
    <div className="flex size-full flex-col items-center justify-center gap-2 p-4">
      <div className="[container-type:size] flex min-h-0 w-full flex-1 items-center justify-center">
        {/* As large as the picture itself, so that line and words stand on it and not beside it. */}
        <div className="relative" style={{ aspectRatio: ratio, width: `min(100cqw, ${100 * ratio}cqh)` }}>
          <img src={before.preview_url ?? before.url} alt={t("before")} className="absolute size-full object-cover" />
          <img
            src={after.preview_url ?? after.url}
            alt={t("after")}
            style={{ clipPath: `inset(0 0 0 ${100 - share}%)` }}
            className="absolute size-full object-cover"
          />
          <span
            aria-hidden
            style={{ left: `${100 - share}%` }}
            className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-on-tint"
          />
          <span aria-hidden className={`${label} left-3`}>
            {t("before")}
          </span>
          <span aria-hidden className={`${label} right-3`}>
            {t("after")}
          </span>
        </div>
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
        // It lies on black in both themes.
        className="h-11 w-full max-w-xl accent-on-tint scheme-dark"
      />
    </div>
  );
}
