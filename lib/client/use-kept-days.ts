import { keptFrom } from "@/lib/client/kept-from";

const DAY = 24 * 60 * 60 * 1000;

/** How many days the house keeps messages; null: for ever, or not heard yet. */
export function useKeptDays(): number | null {
  return keptFrom.use((from) => from && Math.round((Date.now() - Date.parse(from)) / DAY)) || null;
}
