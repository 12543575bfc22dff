import { RE2JS, RE2Set } from "re2js";
import type { FilterRuleRow } from "@/db/queries/filter-rules";
import type { FilterAction, FilterKind } from "@/lib/contract/filter-words";
import { foldedWords, visibleText } from "./folded-words";

export type FilterMatch = { rule: number; action: FilterAction; text: string };
/** Finds what the rules say of a text. */
export type Filter = (text: string) => FilterMatch[];

type Rule = Pick<FilterRuleRow, "id" | "kind" | "value" | "action">;

/** What one pattern may cost at most, in steps of its program. */
const largest = 1000;
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
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE);
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
  if (pattern.programSize() > largest) return "This pattern is too large. Repeat less in it.";
  return pattern.test("") ? "This pattern matches every text." : null;
}
