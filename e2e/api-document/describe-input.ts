import { z } from "zod";
import type { Operation } from "@/lib/contract/operations/operation";

export type Json = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  items?: Json;
  properties?: Record<string, Json>;
  additionalProperties?: Json | boolean;
  required?: string[];
  format?: string;
  pattern?: string;
  $ref?: string;
  $defs?: Record<string, Json>;
  [more: string]: unknown;
};

export const jsonOf = (schema: z.ZodType, io: "input" | "output") =>
  z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;

/** Paths and queries carry text; this one stands for a whole number. A fixed count of digits, as of a PIN, does not. */
export const isNumber = ({ pattern, format }: Json) =>
  format === undefined && /^\^[\d*[\]\-]*\\d\{\d+,\d+\}\$$/.test(pattern ?? "");

export const isFlag = (schema: Json) => schema.enum?.join() === "true,false";

/** The possibilities of a schema, `null` being one of them. */
export function optionsOf(schema: Json): Json[] {
  if (Array.isArray(schema.type)) return schema.type.map((type) => ({ ...schema, type }));
  return schema.anyOf ?? schema.oneOf ?? [schema];
}

/** What a call takes, as a table; empty when it takes nothing. */
export function describeInput({ params, query, body, form }: Operation): string {
  const rows = [
    ...rowsOf("path", params),
    ...rowsOf("query", query),
    ...rowsOf("body", body),
    ...(form ? [[`form`, `\`${form.file}\``, "one file", form.required ? "yes" : ""]] : []),
    ...rowsOf("form", form?.fields),
  ];
  if (rows.length === 0) return "";
  const table = [["in", "name", "type", "required"], ["--", "--", "--", "--"], ...rows];
  return table.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function rowsOf(where: string, schema: z.ZodType | undefined): string[][] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonOf(schema, "input");
  return Object.entries(properties).map(([name, inner]) => [
    where,
    `\`${name}\``,
    typeText(inner),
    required.includes(name) ? "yes" : "",
  ]);
}

function typeText(schema: Json): string {
  const options = optionsOf(schema);
  if (options.length > 1) return [...new Set(options.map(typeText))].join(", ");
  if (isNumber(schema)) return "integer";
  if (isFlag(schema)) return "boolean";
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === "array") return `list of ${typeText(schema.items ?? {})}`;
  if (schema.type === "object") return `\`{${Object.keys(schema.properties ?? {}).join(", ")}}\``;
  if (schema.type === "string") return stringText(schema);
  return typeof schema.type === "string" ? schema.type : "text";
}

function stringText({ format, maxLength }: Json): string {
  if (format === "uuid" || format === "guid") return "UUID";
  if (format === "date-time") return "time";
  if (format === "uri") return "URL";
  if (format !== undefined && format !== "regex") return format;
  return typeof maxLength === "number" ? `text, at most ${maxLength}` : "text";
}
