import { createStore } from "@/lib/client/store";

/** From when on the house keeps messages, as it said last; null: for ever, or not heard yet. */
export const keptFrom = createStore<string | null>(null);
