import { ChatError } from "@/lib/contract/errors";
import type { FilterMatch } from "./compile-rules";
import { houseFilter } from "./house-filter";

type About = {
  /** What a refusal is about. */
  field: string;
  /** The writer has been warned, or cannot be asked. */
  accepted: boolean;
};

/**
 * The refusal that the rules of the house have for a text: `filter_refused`; or `filter_warning`, unless it is accepted.
 * Null where there is none.
 */
export async function screenText(text: string, { field, accepted }: About): Promise<ChatError | null> {
  if (text === "") return null;
  const filter = houseFilter();
  const found = (filter instanceof Promise ? await filter : filter)(text);
  if (found.length === 0) return null;
  const refused = found.filter(({ action }) => action === "refuse");
  if (refused.length > 0) {
    return stopped("filter_refused", field, `The house rules do not allow ${quoted(refused)} here. Change the text.`);
  }
  if (accepted) return null;
  const says = `The house rules warn of ${quoted(found)}. Change the text, or send it again with accept_warning: true.`;
  return stopped("filter_warning", field, says);
}

/** Refuses with `filter_refused` a name that the rules of the house do not allow. Nobody is warned of a name. */
export async function screenName(name: string, field: string): Promise<void> {
  const refusal = await screenText(name, { field, accepted: true });
  if (refusal) throw refusal;
}

const stopped = (code: "filter_refused" | "filter_warning", field: string, says: string) =>
  new ChatError(code, says, { fields: { [field]: [says] } });

const quoted = (found: FilterMatch[]) =>
  [...new Set(found.map(({ text }) => `“${text.slice(0, 50)}”`))].slice(0, 3).join(", ");
