import { ChatError } from "@/lib/contract/errors";
import type { FilterMatch } from "./compile-rules";
import { houseFilter } from "./house-filter";

type About = {
  /** What a refusal is about. */
  field: string;
  /** The writer has been warned, or cannot be asked. */
  accepted: boolean;
};

/** Why a text is not taken as it is, or what a moderator is to look at before anybody else does. */
type Judgement = { refusal: ChatError; hold?: never } | { hold: FilterMatch[]; refusal?: never };

/**
 * What the rules of the house say of a text that can wait: `filter_refused`, that it is held, or `filter_warning` unless that is
 * accepted. Null where they say nothing.
 */
export async function judgeText(text: string, { field, accepted }: About): Promise<Judgement | null> {
  if (text === "") return null;
  const filter = houseFilter();
  const found = (filter instanceof Promise ? await filter : filter)(text);
  if (found.length === 0) return null;
  const of = (wanted: FilterMatch["action"]) => found.filter(({ action }) => action === wanted);
  const refused = of("refuse");
  if (refused.length > 0) {
    const says = `The house rules do not allow ${quoted(refused)} here. Change the text.`;
    return { refusal: stopped("filter_refused", field, says) };
  }
  // Nobody need be warned of what a moderator looks at anyway.
  const hold = of("hold");
  if (hold.length > 0) return { hold };
  if (accepted) return null;
  const says = `The house rules warn of ${quoted(found)}. Change the text, or send it again with accept_warning: true.`;
  return { refusal: stopped("filter_warning", field, says) };
}

/**
 * The refusal that the rules of the house have for a text that cannot wait: `filter_refused`, also of what would be held; or
 * `filter_warning`, unless it is accepted. Null where there is none.
 */
export async function screenText(text: string, about: About): Promise<ChatError | null> {
  const judged = await judgeText(text, about);
  if (!judged?.hold) return judged?.refusal ?? null;
  const says = `A moderator has to see ${quoted(judged.hold)} first, which only a new message can wait for. Change the text.`;
  return stopped("filter_refused", about.field, says);
}

/** Refuses with `filter_refused` a name that the rules of the house do not allow or hold. Nobody is warned of a name. */
export async function screenName(name: string, field: string): Promise<void> {
  const refusal = await screenText(name, { field, accepted: true });
  if (refusal) throw refusal;
}

const stopped = (code: "filter_refused" | "filter_warning", field: string, says: string) =>
  new ChatError(code, says, { fields: { [field]: [says] } });

const quoted = (found: FilterMatch[]) =>
  [...new Set(found.map(({ text }) => `“${text.slice(0, 50)}”`))].slice(0, 3).join(", ");
