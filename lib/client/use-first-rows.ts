import { startTransition, useEffect, useState } from "react";
import type { Row } from "@/lib/client/timeline-rows";

/** As many as fill a tall phone. */
const SCREENFUL = 16;

/**
 * The rows that are looked at first: by their number, as long as nothing else has been drawn. A list that is to find out
 * by itself which rows those are draws none, then some of the wrong ones, then the right ones, each in one long step.
 * Null when they have been drawn, and for a reader who is to be `elsewhere`.
 */
export function useFirstRows(rows: Row[], elsewhere: boolean): readonly number[] | null {
  const [first, setFirst] = useState<readonly number[] | null>(() => {
    if (elsewhere) return null;
    const end = Math.max(0, rows.length - SCREENFUL);
    const news = rows.findIndex((row) => row.kind === "new");
    // A row above the line shows that something came before.
    const start = Math.min(end, news > 0 ? news - 1 : end);
    return rows.slice(start, start + SCREENFUL).map((_, i) => start + i);
  });
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      rest = setTimeout(() => startTransition(() => setFirst(null)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    };
  }, []);
  return first;
}
