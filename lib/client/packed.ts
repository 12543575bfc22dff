declare const packed: unique symbol;

/**
 * What the server hands to the page in one piece, as JSON. Whatever it hands over as objects React looks at value by
 * value, to the last word of each message, before the page comes alive; the browser's own reader takes a tenth of that.
 */
export type Packed<T> = string & { readonly [packed]?: T };

export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value);
}

/** Also takes what was never packed: a page that the server did not make has it at hand. */
export function unpack<T extends object>(given: Packed<T> | T): T {
  return typeof given === "string" ? (JSON.parse(given) as T) : given;
}
