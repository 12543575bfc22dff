import type { PlainValues } from "./plain-values";
import { niceJson } from "./render-exchange";

/** What was said over a socket, in the order in which a reader should meet it. */
export class Transcript {
  readonly parts: { title: string; lines: { who: string; arrow: "→" | "←"; what: string; said: unknown }[] }[] = [];

  part(title: string): void {
    this.parts.push({ title, lines: [] });
  }

  sent<T>(who: string, said: T, what = ""): T {
    this.parts.at(-1)?.lines.push({ who, arrow: "→", what, said });
    return said;
  }

  heard<T>(who: string, said: T, what = ""): T {
    this.parts.at(-1)?.lines.push({ who, arrow: "←", what, said });
    return said;
  }

  render(values: PlainValues): string {
    const texts: string[] = [];
    for (const { title, lines } of this.parts) {
      texts.push(`**${title}**`, "", "```text");
      for (const { who, arrow, what, said } of lines) {
        texts.push([who, arrow, ...(what ? [what] : []), niceJson(values.value(said))].join(" "));
      }
      texts.push("```", "");
    }
    return texts.join("\n").trimEnd();
  }
}
