"use client";

import clsx from "clsx";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/contract/shapes";

const Viewer = lazy(() => import("@/components/attachments/viewer").then((module) => ({ default: module.Viewer })));

/** More than this stand behind the last one. */
const shownAtOnce = 4;

/** One picture in its own proportion, two side by side, three under a wide first one, more in a square; each opens the viewer. Nothing moves when they arrive. */
export function PhotoGrid({ pictures }: { pictures: Attachment[] }) {
  const t = useTranslations("files");
  const [open, setOpen] = useState<number | null>(null);
  const shown = pictures.slice(0, shownAtOnce);
  const hidden = pictures.length - shown.length;
  // Three would leave a hole in the square.
  const isWide = (index: number) => shown.length === 3 && index === 0;
  return (
    <>
      <ul
        className={clsx(
          "-mx-1.5 grid max-w-[calc(100%+0.75rem)] gap-1",
          pictures.length > 1 ? "w-88 grid-cols-2" : "w-fit",
        )}
      >
        {shown.map((file, index) => (
          <li key={file.id} className={clsx("min-w-0", isWide(index) && "col-span-2")}>
            <button
              type="button"
              aria-label={t("open", { name: file.name })}
              onClick={() => setOpen(index)}
              className={clsx(
                "relative block w-full overflow-hidden rounded-control",
                pictures.length > 1 && (isWide(index) ? "aspect-2/1" : "aspect-square"),
              )}
            >
              <img
                src={file.thumbnail_url ?? file.url}
                alt={file.name}
                width={file.width ?? undefined}
                height={file.height ?? undefined}
                loading="lazy"
                decoding="async"
                style={{ backgroundImage: file.placeholder ? `url("${file.placeholder}")` : undefined }}
                className={clsx(
                  "bg-cover object-cover",
                  pictures.length > 1 ? "size-full" : "max-h-72 w-auto max-w-full",
                )}
              />
              {file.moment && (
                <span className="absolute start-1.5 top-1.5 rounded-full bg-raised px-2 py-0.5 text-xs font-semibold text-ink">
                  {t(file.moment)}
                </span>
              )}
              {hidden > 0 && index === shownAtOnce - 1 && (
                <span className="absolute inset-0 flex items-center justify-center bg-scrim text-xl font-semibold text-on-accent">
                  +{hidden}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <Suspense>{open !== null && <Viewer pictures={pictures} start={open} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}
