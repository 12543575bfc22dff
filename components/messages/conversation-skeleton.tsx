"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";

const lines = ["w-52", "w-72", "w-40 self-end", "w-64 self-end", "w-60", "w-44", "w-56 self-end"];

/** Shaped like what comes. */
export function ConversationSkeleton() {
  const t = useTranslations("room");
  return (
    <div role="status" aria-label={t("loading")} className="flex min-h-0 flex-1 flex-col bg-surface">
      <div className="flex h-17 shrink-0 items-center gap-3 border-b border-line px-5">
        <div className="size-11 skeleton rounded-tile" />
        <div className="flex flex-col gap-2">
          <div className="h-4 w-40 skeleton rounded-full" />
          <div className="h-3 w-24 skeleton rounded-full" />
        </div>
      </div>
      <div className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden p-5">
        {lines.map((line) => (
          <div key={line} className={clsx("h-10 skeleton rounded-bubble", line)} />
        ))}
      </div>
      <div className="m-4 mt-7 h-14 skeleton rounded-bubble" />
    </div>
  );
}
