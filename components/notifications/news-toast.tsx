import { ArrowUp } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { AppLink } from "@/components/ui/app-link";
import { IconButton } from "@/components/ui/icon-button";

const STAYS = 5_000;
const button =
  "flex min-h-11 items-center rounded-control px-2 font-semibold underline underline-offset-4 outline-offset-0";

type Props = {
  title: string;
  text: string;
  path: string;
  /** Null for those who only read. */
  onReply: ((content: string) => void) | null;
  onRead: () => void;
  onAnswering: (now: boolean) => void;
  onClose: () => void;
};

/** What was said elsewhere, with what can be done about it. It goes after a while, but not while somebody is at it. */
export function NewsToast({ title, text, path, onReply, onRead, onAnswering, onClose }: Props) {
  const t = useTranslations("notices");
  const [held, setHeld] = useState(false);
  const [answer, setAnswer] = useState<string | null>(null);
  const stays = held || answer !== null;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onClose, STAYS);
    return () => clearTimeout(timer);
  }, [stays, onClose]);
  const begin = () => {
    setAnswer("");
    onAnswering(true);
  };
  useEffect(() => () => onAnswering(false), [onAnswering]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const content = answer?.trim() ?? "";
    if (content !== "") onReply?.(content);
  };
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      className="pointer-events-auto flex w-full max-w-md arrive flex-col rounded-control bg-ink px-2 text-sm text-ink-invert shadow-float"
    >
      <p className="flex min-w-0 flex-col px-2 pt-2.5">
        <span className="truncate font-semibold">{title}</span>
        <span className="line-clamp-2 [overflow-wrap:anywhere]">{text}</span>
      </p>
      {answer === null ? (
        <p className="flex flex-wrap items-center gap-x-2">
          <AppLink href={path} aria-label={t("openRoom", { room: title })} onClick={onClose} className={button}>
            {t("open")}
          </AppLink>
          {onReply && (
            <button type="button" onClick={begin} className={button}>
              {t("answer")}
            </button>
          )}
          <button type="button" onClick={onRead} className={button}>
            {t("markRead")}
          </button>
        </p>
      ) : (
        <form onSubmit={send} className="flex items-center gap-1 py-1.5">
          <input
            autoFocus
            value={answer}
            maxLength={10_000}
            enterKeyHint="send"
            dir="auto"
            aria-label={t("replyLabel", { room: title })}
            placeholder={t("answer")}
            onChange={({ target }) => setAnswer(target.value)}
            className="min-h-11 min-w-0 flex-1 rounded-control bg-surface px-3 text-msg text-ink outline-offset-0"
          />
          <IconButton type="submit" filled size="large" icon={ArrowUp} label={t("send")} disabled={!answer.trim()} />
        </form>
      )}
    </div>
  );
}
