import clsx from "clsx";
import type { ReactNode } from "react";
import { plainPreview } from "@/lib/client/plain-preview";

/** The shape that holds a message: one's own on the right in the accent's tint, others' on the left. */
export function Bubble({
  mine,
  last,
  muted = false,
  children,
}: {
  mine: boolean;
  last: boolean;
  muted?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={clsx(
        "w-fit max-w-full rounded-bubble px-3.5 py-2 text-base [overflow-wrap:anywhere] md:text-msg",
        // An outline takes no room: what is deleted stays as high as it was.
        muted && "text-ink-2 italic outline-1 -outline-offset-1 outline-line outline-dashed",
        !muted && (mine ? "bg-accent-soft" : "bg-sunken"),
        last && (mine ? "rounded-ee-tail" : "rounded-es-tail"),
      )}
    >
      {children}
    </div>
  );
}

export function Quote({
  name,
  text,
  label,
  onOpen,
}: {
  name: string;
  text: string;
  label: string;
  onOpen?: () => void;
}) {
  const inside = (
    <>
      <span className="block truncate text-sm font-semibold text-accent-ink">{name}</span>
      <span className="line-clamp-2 text-sm text-ink-2">{plainPreview(text)}</span>
    </>
  );
  const look = "border-accent mb-1.5 block w-full border-s-3 ps-2.5 text-start";
  return onOpen ? (
    <button type="button" aria-label={label} onClick={onOpen} className={look}>
      {inside}
    </button>
  ) : (
    <div className={look}>{inside}</div>
  );
}
