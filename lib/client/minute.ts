import { useEffect } from "react";
import { createStore } from "@/lib/client/store";

/** The minute by which relative times are said; null until the page has counted its first. */
export const minute = createStore<Date | null>(null);

/** Moves every relative time on screen along, once a minute, for the whole page. */
export function useMinuteTick(): void {
  useEffect(() => {
    const tick = () => minute.set(new Date());
    tick();
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, []);
}
