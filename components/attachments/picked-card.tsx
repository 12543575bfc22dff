"use client";

import { FileText, Pause, Play, RotateCcw, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { PickedFile } from "@/lib/client/picked-files";
import { dropFile, pauseFile, resumeFile } from "@/lib/client/upload-files";
import { useErrorText } from "@/lib/client/use-error-text";
import { useFileSize } from "@/components/attachments/use-file-size";
import { IconButton } from "@/components/ui/icon-button";

/** A file on its way: how far it is, and pause, go on, take away. */
export function PickedCard({ file, moment = null }: { file: PickedFile; moment?: "before" | "after" | null }) {
  const t = useTranslations("files");
  const errorText = useErrorText();
  const size = useFileSize();
  const { id, name, state } = file;
  const percent = file.size > 0 ? Math.round((100 * file.sent) / file.size) : 0;
  return (
    <li className="relative flex w-52 shrink-0 items-center gap-2 rounded-control border border-line bg-surface p-1.5 max-sm:w-40">
      {file.url ? (
        <img src={file.url} alt="" className="size-11 shrink-0 rounded-tail object-cover" />
      ) : (
        <FileText aria-hidden className="size-6 shrink-0 text-ink-2" strokeWidth={1.8} />
      )}
      <div className="min-w-0 flex-1 text-xs">
        <p className="truncate font-medium" title={name}>
          {moment ? t(moment) : name}
        </p>
        <p className={state === "failed" ? "text-danger-ink" : "text-ink-2"}>
          {state === "failed"
            ? errorText(file.error ?? "unknown")
            : state === "done"
              ? size(file.size)
              : `${percent} %`}
        </p>
        {state !== "done" && (
          <progress
            aria-label={t("progress", { name })}
            value={file.sent}
            max={file.size}
            className="mt-1 block h-1 w-full"
          />
        )}
      </div>
      <span className="flex flex-col">
        <IconButton icon={X} size="small" label={t("remove", { name })} onClick={() => dropFile(id)} />
        {state === "going" && (
          <IconButton icon={Pause} size="small" label={t("pause", { name })} onClick={() => pauseFile(id)} />
        )}
        {state === "paused" && (
          <IconButton icon={Play} size="small" label={t("resume", { name })} onClick={() => resumeFile(id)} />
        )}
        {state === "failed" && (
          <IconButton icon={RotateCcw} size="small" label={t("retryFile", { name })} onClick={() => resumeFile(id)} />
        )}
      </span>
    </li>
  );
}
