"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { discard, retry } from "@/lib/client/outbox";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { outgoingMessage } from "@/lib/client/outgoing-message";
import { useErrorText } from "@/lib/client/use-error-text";
import { useConversation } from "@/components/messages/conversation-context";
import { TextButton } from "@/components/ui/text-button";

/** The rules of the house have stopped it: why, and what its writer can do. Its text is still there. */
export function Filtered({ entry }: { entry: OutboxEntry }) {
  const t = useTranslations("message");
  const errorText = useErrorText();
  const { edit } = useConversation();
  return (
    <div role="alert" className="mt-0.5 flex flex-col items-end px-1 text-xs font-medium text-danger-ink">
      <p className="flex items-center gap-1.5 py-1 text-end">
        <CircleAlert aria-hidden className="size-4 shrink-0" strokeWidth={2} />
        {entry.error === "filter_full" ? t("heldFull") : errorText(entry.error)}
      </p>
      <p className="flex items-center gap-4">
        {entry.error === "filter_warning" && (
          <TextButton onClick={() => retry(entry.client_id, true)}>{t("sendAnyway")}</TextButton>
        )}
        {entry.error === "filter_full" && (
          <TextButton onClick={() => retry(entry.client_id)}>{t("sendAgain")}</TextButton>
        )}
        {entry.kind === "send" && <TextButton onClick={() => edit(outgoingMessage(entry))}>{t("edit")}</TextButton>}
        <TextButton onClick={() => discard(entry.client_id)}>{t("discard")}</TextButton>
      </p>
    </div>
  );
}
