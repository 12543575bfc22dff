const longest = 2000;

/**
 * The first web address in a text, as a browser would write it; undefined without one. What stands as code is no link,
 * and neither is an address that carries a password.
 */
export function firstLink(text: string): string | undefined {
  const prose = text.replace(/```[^]*?```|`[^`\n]*`/g, " ");
  for (const [found] of prose.matchAll(/https?:\/\/[^\s<>"']+/giu)) {
    // A full stop after an address belongs to the sentence.
    const address = found.replace(/[.,:;!?)\]}*_~]+$/, "");
    if (!URL.canParse(address)) continue;
    const url = new URL(address);
    if (url.username === "" && url.password === "" && url.href.length <= longest) {
      url.hash = "";
      return url.href;
    }
  }
  return undefined;
}
