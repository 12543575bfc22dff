import type { Operation } from "@/lib/contract/operations/operation";
import { routes } from "@/lib/http/routes";
import { answerName, dartTypes } from "./dart-models";
import { camel, type DartTypes } from "./dart-types";
import { isFlag, isNumber, type Json, jsonOf, optionsOf } from "./describe-input";

const head = `// Made from the contract by \`npm run docs:api\`; do not edit.

import 'dart:typed_data';

import 'models.dart';
import 'session.dart';

/// Every call of the REST interface, by the name of its operation. A refusal is an \`ApiError\`.
class ChatApi {
  const ChatApi(this._session);

  final ChatSession _session;`;

const lineWidth = 120;

/** Comma-separated parts between brackets: in one line if it fits, else one a line. */
function list(before: string, open: string, parts: string[], close: string, indent: number): string {
  const line = `${before}${open}${parts.join(", ")}${close}`;
  if (parts.length === 0 || indent + line.length <= lineWidth) return line;
  const pad = " ".repeat(indent);
  const [opening, closing] = [open.trimEnd(), close.trimStart()];
  return [`${before}${opening}`, ...parts.map((part) => `${pad}  ${part},`), `${pad}${closing}`].join("\n");
}

type Argument = {
  key: string;
  name: string;
  type: string;
  required: boolean;
  nullable: boolean;
  /** How it goes into JSON, and into a path, a query or a form. */
  value: string;
  text: string;
};

/** One method for each operation. */
export function dartApi(): string {
  const types = dartTypes();
  return [head, ...routes.map(({ operation }) => `\n${method(operation, types)}`), "}", ""].join("\n");
}

function method(operation: Operation, types: DartTypes): string {
  const { id, summary, form } = operation;
  const path = argumentsOf(operation.params);
  const query = argumentsOf(operation.query);
  const body = argumentsOf(operation.body ?? form?.fields);
  const given = [...path, ...query, ...body];
  const upload = form && !operation.body;
  const clearable = body.filter(isClearable);
  const parameters = [
    ...(upload ? ["required Upload file"] : []),
    ...given.map(({ name, type, required }) => (required ? `required ${type} ${name}` : `${type}? ${name}`)),
    ...(clearable.length > 0 ? ["Set<String> clear = const {}"] : []),
  ];
  const { type, before, after } = answerOf(operation, types);
  const signature = `  Future<${type}> ${id}(`;
  return [
    `  /// ${operation.method} ${operation.path}`,
    `  /// ${summary}.`,
    ...(clearable.length > 0
      ? [`  /// [clear] names what shall become null: ${clearable.map((a) => a.key).join(", ")}.`]
      : []),
    parameters.length > 0 ? list(signature, "{", parameters, "}) async {", 2) : `${signature}) async {`,
    `    ${list(`${before}_session.${verbOf(operation)}`, "(", callOf(operation, path, query, body), ");", 4)}`,
    ...after,
    `  }`,
  ].join("\n");
}

const verbOf = ({ answers, form, body }: Operation) => (answers ? "bytes" : form && !body ? "upload" : "call");

function callOf(operation: Operation, path: Argument[], query: Argument[], body: Argument[]): string[] {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const argument = path.find((one) => one.key === key);
    return argument ? `\${Uri.encodeComponent(${argument.text})}` : "";
  });
  const place = `'${filled}'`;
  const options = [
    ...(query.length > 0 ? [list("query: ", "{", entriesOf(query, "text"), "}", 6)] : []),
    ...(operation.auth === "none" ? ["signedIn: false"] : []),
  ];
  switch (verbOf(operation)) {
    case "bytes":
      return [place, ...options];
    case "upload":
      return [place, `'${operation.form?.file}'`, "file", list("", "{", entriesOf(body, "text"), "}", 6), ...options];
    case "call": {
      const entries = entriesOf(body, "value");
      if (body.some(isClearable)) entries.push("for (final key in clear) key: null");
      const sent = operation.body ? [list("body: ", "{", entries, "}", 6)] : [];
      return [`'${operation.method}'`, place, ...sent, ...options];
    }
  }
}

const isClearable = ({ nullable, required }: Argument) => nullable && !required;

function entriesOf(given: Argument[], as: "text" | "value"): string[] {
  return given.map((argument) => {
    const entry = `'${argument.key}': ${argument[as]}`;
    return argument.required ? entry : `if (${argument.name} != null) ${entry}`;
  });
}

function answerOf({ id, response, answers }: Operation, types: DartTypes) {
  if (answers === "file") return { type: "Uint8List", before: "return ", after: [] };
  const json = response && jsonOf(response, "output");
  if (!json || (json.properties && Object.keys(json.properties).length === 0)) {
    return { type: "void", before: "await ", after: [] };
  }
  const read = types.read(json, answerName(id), "answer");
  return {
    type: types.typeOf(json, answerName(id)),
    before: "final answer = await ",
    after: [`    return ${read};`],
  };
}

function argumentsOf(schema: Operation["params"]): Argument[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonOf(schema, "input");
  return Object.entries(properties).map(([key, given]) => {
    const name = camel(key);
    const type = inputType(given);
    const value = type === "DateTime" ? `${name}.toUtc().toIso8601String()` : name;
    const text = type === "String" ? name : `'\$${name}'`;
    return { key, name, type, required: required.includes(key), nullable: isNullable(given), value, text };
  });
}

const isNullable = (schema: Json) => optionsOf(schema).some((option) => option.type === "null");

/** What is written as text in a path or query is given as what it means. */
function inputType(schema: Json): string {
  const options = optionsOf(schema).filter((option) => option.type !== "null");
  const [only] = options;
  if (!only || options.length > 1) return "String";
  if (isFlag(only)) return "bool";
  if (isNumber(only)) return "int";
  if (only.type === "string" && only.format === "date-time") return "DateTime";
  if (only.type === "array") return `List<${inputType(only.items ?? {})}>`;
  if (only.type === "object") return "Map<String, Object?>";
  return plain[String(only.type)] ?? "String";
}

const plain: Record<string, string> = { integer: "int", number: "num", boolean: "bool" };
