"use client";

import clsx from "clsx";

type Chip<T extends string> = { value: T; label: string; count?: number };

/** One choice among a few, in a row that scrolls sideways when it is too long. */
export function Chips<T extends string>({
  label,
  chips,
  value,
  onChange,
}: {
  label: string;
  chips: Chip<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <div role="group" aria-label={label} className="flex shrink-0 no-scrollbar gap-2 overflow-x-auto px-4 py-1.5">
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
          className={clsx(
            "relative flex min-h-8 shrink-0 items-center gap-1.5 rounded-full border px-3.5 text-xs font-semibold transition-colors after:absolute after:inset-x-0 after:-inset-y-1.5 touch:min-h-9",
            chip.value === value
              ? "border-ink bg-ink text-ink-invert"
              : "border-line text-ink-2 hover:bg-sunken hover:text-ink",
          )}
        >
          {chip.label}
          {chip.count ? <span className="font-medium tabular-nums opacity-80">{chip.count}</span> : null}
        </button>
      ))}
    </div>
  );
}
