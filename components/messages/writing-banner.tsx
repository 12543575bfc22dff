"use client";

import { Pencil, Reply, X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { plainPreview } from "@/lib/client/plain-preview";
import { IconButton } from "@/components/ui/icon-button";

type Props = { subject: Message; editing: boolean; onCancel: () => void };

/** Over the text: what one answers or changes, and the way out. */
export function WritingBanner({ subject, editing, onCancel }: Props) {
  const t = useTranslations("composer");
  const message = useTranslations("message");
  const Icon = editing ? Pencil : Reply;
  return (
    <div className="flex items-center gap-3 border-b border-line ps-4 pe-1.5 pt-1.5 pb-1">
      <Icon aria-hidden className="size-4.5 shrink-0 text-accent-ink" strokeWidth={2} />
      <p className="min-w-0 flex-1 text-sm">
        <span className="block truncate font-semibold text-accent-ink">
          {editing ? t("editing") : t("replying", { name: subject.sender?.full_name ?? message("someone") })}
        </span>
        <span className="block truncate text-ink-2">{plainPreview(subject.content)}</span>
      </p>
      <IconButton icon={X} label={t(editing ? "cancelEdit" : "cancelReply")} onClick={onCancel} />
    </div>
  );
}
