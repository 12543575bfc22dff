import type { ReactNode } from "react";
import { useWhen } from "@/lib/client/use-when";

type Props = {
  picture: ReactNode;
  name: string;
  time?: string;
  text?: string | null;
  /** What is known of it: what is not known is left out. */
  facts: (string | false | null | undefined)[];
  /** What it is called, if its name alone does not say it. */
  label?: string;
  onOpen: () => void;
};

/** Something in a list that opens: who it is about, what was said, and what is known of it. */
export function OpenRow({ picture, name, time, text, facts, label, onOpen }: Props) {
  const when = useWhen();
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={label}
      className="flex min-h-16 w-full items-start gap-3 rounded-control px-3 py-2.5 text-start -outline-offset-2 hover:bg-sunken"
    >
      {picture}
      <span className="flex min-w-0 flex-1 flex-col gap-0.5 [overflow-wrap:anywhere]">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 text-msg font-medium">{name}</span>
          {time && (
            <time dateTime={time} className="text-xs text-ink-2 tabular-nums">
              {when.short(time)}
            </time>
          )}
        </span>
        {text && <span className="line-clamp-2 text-sm">{text}</span>}
        <span className="text-xs text-ink-2">{facts.filter(Boolean).join(" · ")}</span>
      </span>
    </button>
  );
}
