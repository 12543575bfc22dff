import { STATUS_CODES } from "node:http";
import { format } from "prettier";
import type { PlainValues } from "./plain-values";
import type { Exchange } from "./recorder";

/** JSON as people would write it: whatever fits into a line stays on it. */
export async function niceJson(value: unknown): Promise<string> {
  const text = await format(JSON.stringify(value), { parser: "json", objectWrap: "collapse", printWidth: 110 });
  return text.trimEnd();
}

/** A request and its answer, as they went over the wire. */
export async function renderExchange(given: Exchange, values: PlainValues): Promise<string> {
  const exchange = { ...given, form: undefined };
  const { method, path, headers, body, status, answered, answer } = values.value(exchange) as Exchange;
  const { form } = given;
  const sent = [`${method} ${path}`, ...lines(headers)];
  if (form)
    sent.push("Content-Type: multipart/form-data; boundary=…", "", ...formLines(form).map((line) => values.text(line)));
  else if (typeof body === "string") sent.push("", body);
  else if (body !== undefined) sent.push("", await niceJson(body));
  const back = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...lines(answered)];
  if (answer !== undefined) back.push("", await niceJson(answer));
  return ["```http", ...sent, "```", "", "```http", ...back, "```"].join("\n");
}

const lines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

const formLines = (form: NonNullable<Exchange["form"]>) =>
  Object.entries(form).map(([name, value]) =>
    typeof value === "string" ? `${name}=${value}` : `${name}=@${value.name};type=${value.type}`,
  );
