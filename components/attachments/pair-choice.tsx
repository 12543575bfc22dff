"use client";

import { ArrowLeftRight, Check } from "lucide-react";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import { pairs } from "@/lib/client/picked-files";
import { swapFiles } from "@/lib/client/upload-files";

const pill = "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm touch:min-h-11";

/** For two pictures: whether they show a place before and after the work, and which is which. */
export function PairChoice({ shelf, paired }: { shelf: string; paired: boolean }) {
  const t = useTranslations("files");
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button
        type="button"
        aria-pressed={paired}
        onClick={() => pairs.set((all) => (paired ? all.filter((one) => one !== shelf) : [...all, shelf]))}
        className={clsx(pill, paired ? "border-accent bg-accent-soft text-accent-ink" : "border-line text-ink-2")}
      >
        {paired && <Check aria-hidden className="size-4" />}
        {t("pair")}
      </button>
      {paired && (
        <button type="button" onClick={() => swapFiles(shelf)} className={clsx(pill, "border-line text-ink-2")}>
          <ArrowLeftRight aria-hidden className="size-4" />
          {t("swap")}
        </button>
      )}
    </div>
  );
}
