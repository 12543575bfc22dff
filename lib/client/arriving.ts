import { useEffect } from "react";
import { createStore } from "@/lib/client/store";
import { whenReleased } from "@/lib/client/when-released";

/**
 * A part of the page whose code comes after it: null until it has arrived. `eager` begins to fetch it together with the
 * page, for what is on every screen; otherwise the first place that shows it does. It is shown from the first moment at
 * which the page is alive and nobody presses anything: also where it was there before the page was.
 */
export function arriving<Part>(load: () => Promise<Part>, how: "eager" | "shown" = "shown") {
  const arrived = createStore<Part | null>(null);
  const fetchPart = () =>
    load().then(
      async (part) => {
        await whenReleased();
        arrived.set(() => part);
      },
      // A page that was cut off: the next place that shows it tries again.
      () => undefined,
    );
  if (how === "eager" && typeof window !== "undefined") void load().catch(() => undefined);
  return {
    fetch: fetchPart,
    use: function useArrived(): Part | null {
      useEffect(() => void fetchPart(), []);
      return arrived.use((part) => part);
    },
  };
}
