import { createStore } from "@/lib/client/store";

/** How many days the house keeps messages, as it said last; null: for ever, or not heard yet. */
export const keptDays = createStore<number | null>(null);
