import { sql, type SQL } from "drizzle-orm";

/**
 * Whether one of these words stands in a folded text, as a whole word: `hasKeyword` of the contract, for the database. ICU's
 * classes, since under the C locale only ASCII has letters.
 */
export function hasWord(folded: SQL, words: SQL): SQL {
  return sql`exists (select from unnest(${words}) w cross join lateral (select fold_text(w) as word) f
    where strpos(${folded}, f.word) > 0 and ${folded} collate "und-x-icu" ~ ('(?<![[:alnum:]_])'
      || regexp_replace(f.word, '[].*+?^$(){}|\\\\[]', '\\\\\\&', 'g') || '(?![[:alnum:]_])'))`;
}
