import type { ReactNode } from "react";

/** Speaks to those who listen what is added to it. It stands in the page before there is anything to say. */
export function Log({ children }: { children: ReactNode }) {
  return (
    <div role="log" aria-live="polite" aria-relevant="additions" className="sr-only">
      {children}
    </div>
  );
}
