import type { ReactNode } from "react";

/** The frame of the pages before one is in. */
export function Entrance({
  mark,
  title,
  intro,
  children,
}: {
  mark: string;
  title: string;
  intro: string;
  children: ReactNode;
}) {
  return (
    <main className="flex h-dvh thin-scroll flex-col overflow-y-auto p-4">
      <div className="m-auto w-full max-w-sm py-8">
        <span
          aria-hidden
          className="mb-6 flex size-14 items-center justify-center rounded-bubble bg-accent text-2xl font-bold text-on-accent"
        >
          {mark}
        </span>
        <h1 className="text-3xl font-bold tracking-tight">{title}</h1>
        <p className="mt-2 mb-7 text-ink-2">{intro}</p>
        {children}
      </div>
    </main>
  );
}
