import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  icon?: LucideIcon;
  /** What stands in the icon's place, as the picture of a chat. */
  picture?: ReactNode;
  name: string;
  /** What is known of it: what is not known is left out. */
  facts: (string | false | null | undefined)[];
  /** What is wrong with it. */
  fault?: string | null | undefined;
  /** In a card of rows. */
  inset?: boolean;
  /** What can be done with it. */
  children?: ReactNode;
};

/** A thing in a list, which is not opened: its name over what is known of it, and what can be done with it. */
export function ThingRow({ icon: Icon, picture, name, facts, fault, inset = false, children }: Props) {
  return (
    <div className={clsx("flex min-h-16 items-center gap-3 py-2", inset && "px-3")}>
      {Icon && <Icon aria-hidden className="size-6 shrink-0 text-ink-2" strokeWidth={1.6} />}
      {picture}
      <span className="flex min-w-0 flex-1 flex-col [overflow-wrap:anywhere]">
        <span className="text-msg font-medium">{name}</span>
        <span className="text-xs text-ink-2">{facts.filter(Boolean).join(" · ")}</span>
        {fault && <span className="text-xs text-danger-ink">{fault}</span>}
      </span>
      {children}
    </div>
  );
}
