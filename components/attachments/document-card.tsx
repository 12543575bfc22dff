import { Download, FileArchive, FileSpreadsheet, FileText } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Attachment } from "@/lib/contract/shapes";
import { clockOf } from "@/lib/client/clock-of";
import { useFileSize } from "@/components/attachments/use-file-size";

/** A document: its name, type and size, a PDF's pages, a recording's length. Opening it saves it. */
export function DocumentCard({ file }: { file: Attachment }) {
  const t = useTranslations("files");
  const size = useFileSize();
  const type = (/\.([a-z0-9]+)$/i.exec(file.name)?.[1] ?? "").toUpperCase();
  const Icon = iconOf(type);
  return (
    <a
      href={`${file.url}?download=true`}
      download={file.name}
      className="flex min-h-14 max-w-full items-center gap-3 rounded-control border border-line bg-surface px-3 py-2 hover:bg-sunken"
    >
      <Icon aria-hidden className="size-6 shrink-0 text-accent-ink" strokeWidth={1.8} />
      <span className="flex min-w-0 flex-col">
        <span className="truncate text-sm font-medium">{file.name}</span>
        <span className="text-xs text-ink-2">
          {[
            type,
            size(file.size),
            file.pages && t("pages", { count: file.pages }),
            file.duration_ms && clockOf(Math.round(file.duration_ms / 1000)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <Download aria-hidden className="ms-auto size-4.5 shrink-0 text-ink-2" strokeWidth={1.8} />
    </a>
  );
}

function iconOf(type: string) {
  if (["XLS", "XLSX", "ODS", "CSV"].includes(type)) return FileSpreadsheet;
  return type === "ZIP" ? FileArchive : FileText;
}
