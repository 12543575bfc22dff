"use client";

import { useState } from "react";
import type { Attachment } from "@/lib/contract/shapes";
import { clockOf } from "@/lib/client/clock-of";

/** A film in its own proportion and with its length, both known before a byte of it is loaded. */
export function Film({ file }: { file: Attachment }) {
  const [played, setPlayed] = useState(false);
  const shape = (file.width ?? 16) / (file.height ?? 9);
  return (
    <div className="relative w-fit max-w-full">
      <video
        // Phones draw a first picture only of what is asked for from a moment on.
        src={`${file.url}#t=0.001`}
        controls
        playsInline
        preload="metadata"
        aria-label={file.name}
        onPlay={() => setPlayed(true)}
        style={{ aspectRatio: shape, width: `min(22rem, ${20 * shape}rem)` }}
        className="max-w-full rounded-control bg-sunken"
      />
      {file.duration_ms !== null && !played && (
        <span className="pointer-events-none absolute start-1.5 top-1.5 rounded-full bg-raised px-2 py-0.5 text-xs font-semibold text-ink tabular-nums">
          {clockOf(Math.round(file.duration_ms / 1000))}
        </span>
      )}
    </div>
  );
}
