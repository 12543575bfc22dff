import clsx from "clsx";
import type { ReactNode } from "react";

type Props = { title: string; back?: ReactNode; tools?: ReactNode; children: ReactNode };

/** A page with a title, tools that stay, and a body that scrolls. */
export function Screen({ title, back, tools, children }: Props) {
  return (
    <section aria-label={title} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="mx-auto flex w-full max-w-3xl shrink-0 flex-col gap-3 px-4 pt-4 pb-2 md:px-6">
        {back}
        <h1 className={clsx("text-2xl font-bold tracking-tight [overflow-wrap:anywhere]", !back && "py-1.5 md:py-1")}>
          {title}
        </h1>
        {tools}
      </div>
      <div
        className="flex min-h-0 flex-1 thin-scroll flex-col overflow-y-auto"
        tabIndex={0}
        role="group"
        aria-label={title}
      >
        <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col md:px-2">{children}</div>
      </div>
    </section>
  );
}
