import { Parser } from "htmlparser2";

export type PageFacts = { title: string | null; description: string; siteName: string; image: URL | null };

/** What a page says of itself in its head: Open Graph first, then what search engines read. Text alone, never markup. */
export function pageFacts(page: { url: URL; contentType: string; body: Buffer }): PageFacts {
  const said = new Map<string, string>();
  let title = "";
  let within = "";
  let done = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        within = name;
        if (name === "body") done = true;
        if (name !== "meta") return;
        const key = (attributes.property ?? attributes.name ?? "").toLowerCase();
        if (key !== "" && attributes.content !== undefined && !said.has(key)) said.set(key, attributes.content);
      },
      ontext(text) {
        if (within === "title" && !done) title += text;
      },
      onclosetag(name) {
        within = "";
        if (name === "head") done = true;
      },
    },
    { decodeEntities: true },
  );
  parser.end(decode(page));
  const first = (...keys: string[]) => keys.map((key) => said.get(key)).find((text) => text?.trim());
  const image = first("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "twitter:image:src");
  return {
    title: clean(first("og:title", "twitter:title") ?? title, 200) || null,
    description: clean(first("og:description", "twitter:description", "description") ?? "", 300),
    siteName: clean(first("og:site_name") ?? "", 80),
    image: image !== undefined && URL.canParse(image, page.url.href) ? new URL(image, page.url) : null,
  };
}

/** By the header, else by what the page says in its first lines, else UTF-8. */
function decode({ contentType, body }: { contentType: string; body: Buffer }): string {
  const head = body.subarray(0, 1024).toString("latin1");
  const label = (/charset\s*=\s*["']?([\w:-]+)/i.exec(contentType) ??
    /<meta[^>]+charset\s*=\s*["']?([\w:-]+)/i.exec(head))?.[1];
  try {
    return new TextDecoder(label ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

/** One line without what nobody sees: control characters, and those that turn the direction of what follows. */
function clean(text: string, most: number): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toWellFormed();
  const letters = [...line];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : line;
}
