import { config } from "@/lib/config/config";
import { firstLink } from "./first-link";

/** Whether a text has a link that somebody is to look at. */
export const hasLinkToPreview = (text: string): boolean =>
  config().LINK_PREVIEWS === "on" && firstLink(text) !== undefined;
