import { STATUS_CODES } from "node:http";
import type { PlainValues } from "./plain-values";
import type { Exchange } from "./recorder";

const lineWidth = 110;

/** JSON as people would write it: whatever fits into a line stays on it. */
export function niceJson(value: unknown, indent = 0): string {
  const entries = Array.isArray(value)
    ? value.map((item) => niceJson(item, indent + 2))
    : value !== null && typeof value === "object"
      ? Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${niceJson(item, indent + 2)}`)
      : undefined;
  if (!entries) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  const gap = open === "{" ? " " : "";
  const line = open + gap + entries.join(", ") + gap + close;
  if (indent + line.length <= lineWidth && !line.includes("\n")) return line;
  const pad = " ".repeat(indent);
  return `${open}\n${entries.map((entry) => `${pad}  ${entry}`).join(",\n")}\n${pad}${close}`;
}

/** A request and its answer, as they went over the wire. */
export function renderExchange(given: Exchange, values: PlainValues): string {
  const exchange = { ...given, form: undefined };
  const { method, path, headers, body, status, answered, answer } = values.value(exchange) as Exchange;
  const { form } = given;
  const sent = [`${method} ${path}`, ...lines(headers)];
  if (form)
    sent.push("Content-Type: multipart/form-data; boundary=…", "", ...formLines(form).map((line) => values.text(line)));
  else if (typeof body === "string") sent.push("", body);
  else if (body !== undefined) sent.push("", niceJson(body));
  const back = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...lines(answered)];
  if (answer !== undefined) back.push("", niceJson(answer));
  return ["```http", ...sent, "```", "", "```http", ...back, "```"].join("\n");
}

const lines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

const formLines = (form: NonNullable<Exchange["form"]>) =>
  Object.entries(form).map(([name, value]) =>
    typeof value === "string" ? `${name}=${value}` : `${name}=@${value.name};type=${value.type}`,
  );
