import { startTransition, useEffect, useState } from "react";
import { whenReleased } from "@/lib/client/when-released";

/**
 * A part of the page whose code comes after it: null until it has arrived. `eager` begins to fetch it together with the
 * page, for what is on every screen; otherwise the first place that shows it does. It is shown from the first moment at
 * which the page is alive and nobody presses anything: also where it was there before the page was. What stands in its
 * place is left for it in one step, but drawn in small ones: meanwhile the page answers every tap.
 */
export function arriving<Part>(load: () => Promise<Part>, how: "eager" | "shown" = "shown") {
  let arrived: Part | null = null;
  const places = new Set<() => void>();
  const fetchPart = () =>
    load().then(
      async (part) => {
        await whenReleased();
        if (arrived !== null) return;
        arrived = part;
        for (const show of places) show();
      },
      // A page that was cut off: the next place that shows it tries again.
      () => undefined,
    );
  if (how === "eager" && typeof window !== "undefined") void load().catch(() => undefined);
  return {
    fetch: fetchPart,
    /** `wanted`: false where it would be drawn and not seen. */
    use: function useArrived(wanted = true): Part | null {
      const [part, setPart] = useState(() => (wanted ? arrived : null));
      useEffect(() => {
        if (!wanted) return;
        const show = () => startTransition(() => setPart(() => arrived));
        places.add(show);
        // A task of its own for each part: asking for many at once keeps the page from answering.
        const begin = setTimeout(() => (arrived === null ? void fetchPart() : show()));
        return () => {
          clearTimeout(begin);
          places.delete(show);
        };
      }, [wanted]);
      return part;
    },
  };
}
