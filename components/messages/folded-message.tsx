import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { unfolded } from "@/lib/client/blocked";
import { TextButton } from "@/components/ui/text-button";

/** What somebody says whom the reader has blocked: one quiet line, until they want to see it. */
export function FoldedMessage({ message: { id, seq }, marked }: { message: Message; marked: boolean }) {
  const t = useTranslations("message");
  return (
    <article
      aria-label={t("folded")}
      data-seq={seq}
      data-message={id}
      className={clsx("px-4 pt-1 text-sm text-ink-2 -outline-offset-2 md:px-5", marked && "glow")}
    >
      {t("folded")} · <TextButton onClick={() => unfolded.set((now) => [...now, id])}>{t("show")}</TextButton>
    </article>
  );
}
