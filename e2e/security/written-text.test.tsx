import { Parser } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { scriptPayloads } from "@/e2e/security/script-payloads";
import { MessageText } from "@/components/messages/message-text";
import { snippetParts } from "@/lib/client/snippet-parts";
import { searchTerms } from "@/lib/domain/messages/search-terms";
import { snippet } from "@/lib/domain/messages/snippet";

/** Some hundred texts that would be script, markup or an address anywhere else: as messages they are text. */
const payloads = scriptPayloads();

/** What a browser makes of HTML: its elements with their attributes, and its text. */
function read(html: string): { elements: { name: string; attributes: Record<string, string> }[]; text: string } {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = "";
  const parser = new Parser({
    onopentag: (name, attributes) => elements.push({ name, attributes }),
    ontext: (more) => (text += more),
    oncomment: () => elements.push({ name: "a comment", attributes: {} }),
  });
  parser.end(html);
  return { elements, text };
}

const ours = ["p", "br", "pre", "code", "blockquote", "ol", "ul", "li", "strong", "em", "s", "a", "span"];
const attributes = ["class", "href", "target", "rel", "start"];

function hold(html: string): string {
  const { elements, text } = read(html);
  for (const { name, attributes: given } of elements) {
    expect(ours, html).toContain(name);
    for (const attribute of Object.keys(given)) expect(attributes, html).toContain(attribute);
    if ("href" in given) {
      expect(given.href, html).toMatch(/^https?:\/\/[^\s"'<>`]/i);
      expect(given.rel).toBe("noopener noreferrer nofollow");
    }
  }
  return text;
}

const draw = (text: string) =>
  renderToStaticMarkup(<MessageText text={text} mentionable={new Set(["alice"])} self="alice" />);
/** What a person reads, without the signs that the Markdown of messages takes away. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");

it("has some hundred of them, of every kind", () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(300);
});

describe("A message", () => {
  it.each([
    ["alone", (text: string) => text],
    ["in bold", (text: string) => `**${text}**`],
    ["in a quote", (text: string) => `> ${text}`],
    ["in a list", (text: string) => `- a\n- ${text}`],
    ["as code", (text: string) => `\`${text}\``],
    ["in a block of code", (text: string) => `\`\`\`\n${text}\n\`\`\``],
    ["after a link", (text: string) => `https://example.com/${text}`],
    ["as a mention", (text: string) => `@${text}`],
    ["in everything at once", (text: string) => `**_~~${text}~~_** ${text}\n> ${text}\n1. ${text}`],
  ])("with each of them %s is drawn as text", (_, dress) => {
    for (const payload of payloads) {
      const written = dress(payload);
      expect(letters(hold(draw(written))), written).toContain(letters(payload));
    }
  });

  it("with each two of them in turn is drawn as text", () => {
    for (const [n, payload] of payloads.entries()) hold(draw(`${payload}${payloads[(n * 7 + 3) % payloads.length]}`));
  });
});

it("what is found of each of them is marked, and nothing else is taken for a mark", () => {
  for (const payload of payloads) {
    const content = `${payload} towels <mark>${payload}</mark>`;
    const html = snippet(content, searchTerms("towels slip"));
    for (const { name, attributes: given } of read(html).elements) {
      expect({ name, given }, html).toEqual({ name: "mark", given: {} });
    }
    const shown = snippetParts(html)
      .map(({ text }) => text)
      .join("");
    expect(content.replaceAll("…", ""), html).toContain(shown.replaceAll("…", ""));
  }
});
