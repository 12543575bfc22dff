import { RE2JS, RE2Set } from "re2js";
import type { FilterRuleRow } from "@/db/queries/filter-rules";
import type { FilterAction, FilterKind } from "@/lib/contract/filter-words";
import { foldedWords, visibleText } from "./folded-words";

export type FilterMatch = { rule: number; action: FilterAction; text: string };
/** Finds what the rules say of a text. */
export type Filter = (text: string) => FilterMatch[];

type Rule = Pick<FilterRuleRow, "id" | "kind" | "value" | "action">;

/** What one pattern, and all of them, may cost at most, in steps of their programs. */
const largest = 60;
const largestTogether = 600;
/** What the automaton may hold (bytes): a pattern made for it would fill any memory, and filling it takes the time. */
const memory = 262_144;
const none: FilterMatch[] = [];

/**
 * Makes one look of all rules: the words by a table of their first words, the patterns by one automaton of all of them, in a
 * time that grows with the text alone.
 */
export function compileRules(rules: readonly Rule[]): Filter {
  if (rules.length === 0) return () => none;
  const phrases = new Map<string, { words: string[]; rule: Rule; text: string }[]>();
  const patterns: Rule[] = [];
  for (const rule of rules) {
    if (rule.kind === "pattern") patterns.push(rule);
    else
      for (const text of listed(rule.value)) {
        const words = foldedWords(text);
        const [first] = words;
        if (first === undefined) continue;
        const known = phrases.get(first) ?? [];
        known.push({ words, rule, text });
        phrases.set(first, known);
      }
  }
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE, memory);
  for (const { value } of patterns) set.add(value);
  if (patterns.length > 0) set.compile();
  return (given) => {
    const found: FilterMatch[] = [];
    if (phrases.size > 0) {
      const words = foldedWords(given);
      words.forEach((word, at) => {
        for (const { words: wanted, rule, text } of phrases.get(word) ?? []) {
          if (wanted.every((one, n) => words[at + n] === one)) found.push({ rule: rule.id, action: rule.action, text });
        }
      });
    }
    if (patterns.length > 0) {
      const text = visibleText(given);
      for (const index of set.match(text)) {
        const rule = patterns[index];
        if (rule) found.push({ rule: rule.id, action: rule.action, text: firstMatch(rule.value, text) });
      }
    }
    return found;
  };
}

function firstMatch(pattern: string, text: string): string {
  const matcher = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).matcher(text);
  return matcher.find() ? (matcher.group() ?? "") : "";
}

/** The words and phrases of a rule. */
const listed = (value: string): string[] => value.split(/[,\n]/).flatMap((one) => one.trim() || []);

/** Why a rule cannot be kept; null: it can. */
export function faultOf({ kind, value }: { kind: FilterKind; value: string }): string | null {
  if (kind === "words") {
    const words = listed(value);
    return words.length > 0 && words.every((one) => foldedWords(one).length > 0)
      ? null
      : "Give words with commas between. Each needs a letter or a digit.";
  }
  let pattern: RE2JS;
  try {
    pattern = RE2JS.compile(value, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    return `This is no pattern of RE2: ${error instanceof Error ? error.message : String(error)}.`;
  }
  if (pattern.programSize() > largest) {
    return `This pattern has ${pattern.programSize()} steps, and may have ${largest}. Repeat less in it, or make two rules.`;
  }
  return pattern.test("") ? "This pattern matches every text." : null;
}

/** Why these rules cannot be kept together; null: they can. */
export function faultOfAll(rules: readonly Pick<Rule, "kind" | "value">[]): string | null {
  const steps = rules
    .filter(({ kind }) => kind === "pattern")
    .reduce((sum, { value }) => sum + RE2JS.compile(value, RE2JS.CASE_INSENSITIVE).programSize(), 0);
  return steps > largestTogether
    ? `All patterns together would have ${steps} steps, and may have ${largestTogether}. Remove one, or give words instead.`
    : null;
}
