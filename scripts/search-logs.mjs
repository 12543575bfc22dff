import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Looks in the logs that a run of the suite collected for every secret that was issued or sent during it, and for
 * whatever has the form of one. Fails also when there was nothing to look in or to look for.
 *
 *     node scripts/search-logs.mjs <folder> <kind of log>…
 */
const [folder = "", ...kindsOfLogs] = process.argv.slice(2);
const kindsOfSecrets = ["access token", "refresh token", "password", "code", "PIN", "message text"];
/** What has the form of a secret is one, also when no test saw it issued. */
const forms = {
  "a signed or encrypted token": /\beyJ[\w-]{10,}\.[\w-]*\.[\w-]+/,
  "the hash of a password": /\$argon2/,
  "a code": /(?<![\w-])[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}(?![\w-])/,
  "a bearer's header": /\bBearer +[\w.-]{8,}/i,
  "a cookie": /next-auth\.[\w-]+=/,
};

const names = readdirSync(folder);
const read = (/** @type {string} */ name) => readFileSync(path.join(folder, name), "utf8");
/** Said to whoever starts a demo, for whom it is. */
const welcome = /^These people of the demo can sign in, all with the password .*$/gm;
const logs = names
  .filter((name) => name.endsWith(".log"))
  .map((name) => ({ name, text: read(name).replace(welcome, "") }));
/** @type {Map<string, string>} */
const secrets = new Map();
for (const name of names.filter((one) => one.startsWith("issued-"))) {
  for (const line of read(name).split("\n").filter(Boolean)) {
    /** @type {unknown} */
    const noted = JSON.parse(line);
    const { kind, value } = /** @type {{ kind: string, value: string }} */ (noted);
    secrets.set(value, kind);
  }
}

const faults = [];
for (const kind of kindsOfLogs) {
  const lines = logs.filter(({ name }) => name.startsWith(`${kind}-`)).flatMap(({ text }) => linesOf(text));
  if (lines.length === 0) faults.push(`nothing was collected from ${kind}`);
  else console.log(`${lines.length} lines from ${kind}`);
}
for (const kind of kindsOfSecrets) {
  const count = [...secrets.values()].filter((one) => one === kind).length;
  if (count === 0) faults.push(`no ${kind} was issued`);
  else console.log(`${count} × ${kind}`);
}

for (const { name, text } of logs) {
  for (const [what, form] of Object.entries(forms)) {
    const line = linesOf(text).find((one) => form.test(one));
    if (line) faults.push(`${name} holds ${what}: ${line.slice(0, 300)}`);
  }
  for (const [value, kind] of secrets) {
    const written = JSON.stringify(value).slice(1, -1);
    // A short one is told from an ordinary word by standing alone.
    const wanted = value.length < 12 ? [`:"${written}"`] : [value, written];
    const place =
      kind === "PIN" ? placeOfPin(text, value) : wanted.map((one) => text.indexOf(one)).find((found) => found >= 0);
    if (place === undefined) continue;
    const start = text.lastIndexOf("\n", place) + 1;
    faults.push(`${name} holds a ${kind}: ${linesOf(text.slice(start))[0]?.slice(0, 300)}`);
  }
}
for (const fault of faults.slice(0, 50)) console.error(fault);
console.log(`${logs.length} logs, ${secrets.size} secrets, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);

/**
 * Six digits stand in many a longer number, in an amount of bytes, in a fraction of a second: a PIN is what stands in
 * quotes, in a form or an address, or behind its name.
 *
 * @param {string} text
 * @param {string} pin
 */
function placeOfPin(text, pin) {
  return new RegExp(`(?:pin\\W{1,4}|["'=/])${pin}(?!\\d)`, "i").exec(text)?.index;
}

/** @param {string} text */
function linesOf(text) {
  return text.split("\n").filter((line) => line.trim() !== "");
}
