import type { ReactNode } from "react";

/** A part of a pane, under a small heading. */
export function Section({
  title,
  count,
  tool,
  children,
}: {
  title: string;
  count?: number;
  tool?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-2">
      <div className="flex min-h-8 items-center justify-between gap-2">
        <h2 className="text-xs font-semibold text-ink-2">{count === undefined ? title : `${title} · ${count}`}</h2>
        {tool && <span className="-me-2 flex">{tool}</span>}
      </div>
      {children}
    </section>
  );
}
