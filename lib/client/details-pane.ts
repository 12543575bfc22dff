import { createStore } from "@/lib/client/store";

/** Whether the details stand beside the conversation on wide screens. */
export const detailsPane = createStore(true);
