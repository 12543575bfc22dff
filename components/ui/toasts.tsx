"use client";

import { createStore } from "@/lib/client/store";

type Toast = { id: number; text: string };

const toasts = createStore<Toast[]>([]);
let next = 0;

/** Says something short for a few seconds, on screen and aloud. */
export function toast(text: string): void {
  const id = ++next;
  toasts.set((now) => [...now.slice(-2), { id, text }]);
  setTimeout(() => toasts.set((now) => now.filter((entry) => entry.id !== id)), 5_000);
}

export function Toasts() {
  const shown = toasts.use((now) => now);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex flex-col items-center gap-2 px-4 sm:bottom-8"
    >
      {shown.map((entry) => (
        <p
          key={entry.id}
          className="arrive rounded-control bg-ink px-4 py-2.5 text-sm font-medium text-ink-invert shadow-float"
        >
          {entry.text}
        </p>
      ))}
    </div>
  );
}
