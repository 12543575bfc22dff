import { config } from "@/lib/config/config";

/** Whether a service outside is to look at this text. */
export const isModerated = (content: string): boolean => content !== "" && config().MODERATION !== null;
