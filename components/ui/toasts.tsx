"use client";

import { createStore } from "@/lib/client/store";

type Toast = { id: number; text: string; action: { label: string; run: () => void } | null };

const STAYS = 5_000;
const toasts = createStore<Toast[]>([]);
let next = 0;

/** What takes back the last thing done, while it can be: who works by keyboard is brought to it. */
export const undoButton: { current: HTMLButtonElement | null } = { current: null };

/** Says something short for a few seconds, on screen and aloud; with an action, what was done can still be taken back. */
export function toast(text: string, action: Toast["action"] = null): void {
  const id = ++next;
  toasts.set((now) => [...now.slice(-2), { id, text, action }]);
  setTimeout(() => dismiss(id), STAYS);
}

function dismiss(id: number): void {
  toasts.set((now) => now.filter((entry) => entry.id !== id));
}

export function Toasts() {
  const shown = toasts.use((now) => now);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex flex-col items-center gap-2 px-4"
    >
      {shown.map(({ id, text, action }) => (
        <p
          key={id}
          className="flex min-h-11 arrive items-center gap-4 rounded-control bg-ink ps-4 pe-4 text-sm font-medium text-ink-invert shadow-float"
        >
          <span className="py-2.5">{text}</span>
          {action && (
            <button
              ref={undoButton}
              type="button"
              onClick={() => {
                action.run();
                dismiss(id);
              }}
              className="pointer-events-auto -me-2 min-h-11 rounded-control px-2 font-semibold underline underline-offset-4 outline-offset-0"
            >
              {action.label}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
