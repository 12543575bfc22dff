import { createStore } from "@/lib/client/store";

/** Whether the dialog for a new chat is open: several places ask for it. */
export const makingChat = createStore(false);
