/** One cookie of a browser's whole `Cookie` header. */
export function cookieOf(cookieHeader: string, name: string): string | undefined {
  for (const pair of cookieHeader.split(";")) {
    const cut = pair.indexOf("=");
    if (pair.slice(0, cut).trim() === name) return pair.slice(cut + 1).trim();
  }
  return undefined;
}
