"use client";

import { clsx } from "clsx";

const shown = 44;

/** Bars of a recording; what was heard is darker. A slider for fingers, pointers and keys. */
export function Waveform({
  bars,
  share,
  label,
  onSeek,
}: {
  bars: number[];
  share: number;
  label: string;
  onSeek: (share: number) => void;
}) {
  const heights = Array.from({ length: shown }, (_, i) => bars[Math.floor((i * bars.length) / shown)] ?? 0);
  return (
    <div className="relative flex h-7 items-center gap-px">
      {heights.map((height, i) => (
        <span
          key={i}
          aria-hidden
          style={{ height: `${12 + (88 * height) / 255}%` }}
          className={clsx("min-w-0 flex-1 rounded-full bg-accent", i / shown >= share && "opacity-35")}
        />
      ))}
      <input
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={Math.min(1, share)}
        aria-label={label}
        onChange={(event) => onSeek(Number(event.target.value))}
        className="absolute inset-0 size-full cursor-pointer opacity-0 focus-visible:opacity-60"
      />
    </div>
  );
}
