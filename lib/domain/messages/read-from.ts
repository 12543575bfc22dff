import { hasLinkToPreview } from "../links/has-link-to-preview";
import { isModerated } from "../moderation/is-moderated";
import { mentioned } from "./mentioned";

/** What a send carries along that stands in its text. */
export function readFrom(content: string) {
  const { names, all } = mentioned(content);
  return {
    mention_names: names,
    mentions_all: all,
    has_link: hasLinkToPreview(content),
    moderated: isModerated(content),
  };
}
