import { type Json, optionsOf } from "./describe-input";

const pascal = (text: string) =>
  text
    .replace(/(^|[^A-Za-z0-9])([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
    .replace(/[^A-Za-z0-9]/g, "");

export const camel = (text: string) => text.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Names that Dart or Flutter has already. */
const renamed: Record<string, string> = { Error: "Refusal", Session: "SignedInDevice" };

const plain: Record<string, string> = { string: "String", integer: "int", number: "num", boolean: "bool" };

const isPage = ({ properties }: Json) =>
  properties !== undefined && Object.keys(properties).join() === "count,next,previous,results";

/** The Dart classes of the contract's shapes. They are made as they are first met. */
export class DartTypes {
  readonly #classes = new Map<string, string>();
  readonly #unions = new Map<string, string>();
  #defs: Record<string, Json> = {};

  /** The Dart type of a schema; `name` is what its class is called when the schema has no name of its own. */
  typeOf(schema: Json, name: string): string {
    Object.assign(this.#defs, schema.$defs);
    const { inner, nullable } = this.#unwrap(schema);
    return this.#plainType(inner, name) + (nullable ? "?" : "");
  }

  /** A Dart expression that reads the type from decoded JSON. */
  read(schema: Json, name: string, from: string): string {
    const { inner, nullable } = this.#unwrap(schema);
    const read = this.#readPlain(inner, name, from);
    if (nullable && read.startsWith(`${from} as `)) return `${read}?`;
    return nullable ? `${from} == null ? null : ${read}` : read;
  }

  /** One class for each `type` of a union, and one for types that come later. */
  union(name: string, suffix: string, schema: Json): void {
    Object.assign(this.#defs, schema.$defs);
    const variants = flat(schema);
    this.#unions.set(typesOf(variants), name);
    const made = variants.map((variant) => {
      const type = String(variant.properties?.type?.const);
      return { type, name: `${pascal(type)}${suffix}`, variant };
    });
    const cases = made.map((one) => `      '${one.type}' => ${one.name}(json),`);
    this.#classes.set(
      name,
      [
        `/// By its \`type\`; \`json\` is what came. The contract only grows: new types become [Unknown${suffix}].`,
        `sealed class ${name} {`,
        `  const ${name}(this.json);`,
        `  final Map<String, dynamic> json;`,
        `  static ${name} fromJson(Map<String, dynamic> json) => switch (json['type']) {`,
        ...cases,
        `      _ => Unknown${suffix}(json),`,
        `    };`,
        `}`,
        "",
        `class Unknown${suffix} extends ${name} {`,
        `  const Unknown${suffix}(super.json);`,
        `}`,
      ].join("\n"),
    );
    for (const one of made) {
      const fields = this.#fieldsOf(one.variant, one.name).filter((field) => field.key !== "type");
      this.#classes.set(
        one.name,
        [
          `class ${one.name} extends ${name} {`,
          `  ${one.name}(super.json)${initialisers(fields)};`,
          ...fields.map((field) => `  final ${field.type} ${field.name};`),
          `}`,
        ].join("\n"),
      );
    }
  }

  get code(): string {
    return [...this.#classes.values()].join("\n\n");
  }

  /** References are followed, and `null` among the possibilities is noted. */
  #unwrap(schema: Json): { inner: Json; nullable: boolean } {
    const options = optionsOf(schema);
    const rest = options.filter((option) => option.type !== "null");
    if (rest.length === options.length) return { inner: schema, nullable: false };
    const { inner } = rest.length === 1 ? this.#unwrap(rest[0] ?? {}) : { inner: { anyOf: rest } };
    return { inner, nullable: true };
  }

  #plainType(schema: Json, name: string): string {
    if (schema.$ref) return this.#named(schema.$ref);
    if (isPage(schema)) return `PageOf<${this.typeOf(itemOf(schema), `${name}Item`)}>`;
    const options = optionsOf(schema);
    if (options.length > 1) return this.#merged(options, name);
    if (schema.type === "array") return `List<${this.typeOf(schema.items ?? {}, `${name}Item`)}>`;
    if (schema.type === "object" && schema.properties) return this.#class(schema, name);
    if (schema.type === "object") return `Map<String, ${this.typeOf(valueOf(schema), `${name}Value`)}>`;
    if (schema.type === "string" && schema.format === "date-time") return "DateTime";
    return plain[String(schema.type)] ?? "String";
  }

  #readPlain(schema: Json, name: string, from: string): string {
    if (isPage(schema)) {
      const type = this.typeOf(itemOf(schema), `${name}Item`);
      return `PageOf.fromJson(${from} as Map<String, dynamic>, ${type}.fromJson)`;
    }
    const type = this.#plainType(schema, name);
    if (schema.type === "array") {
      const item = this.read(schema.items ?? {}, `${name}Item`, "item");
      return `(${from} as List<dynamic>).map((dynamic item) => ${item}).toList()`;
    }
    if (type.startsWith("Map<")) {
      const value = this.read(valueOf(schema), `${name}Value`, "value");
      return `(${from} as Map<String, dynamic>).map((key, dynamic value) => MapEntry(key, ${value}))`;
    }
    if (type === "DateTime") return `DateTime.parse(${from} as String)`;
    if (["String", "int", "num", "bool"].includes(type)) return `${from} as ${type}`;
    return `${type}.fromJson(${from} as Map<String, dynamic>)`;
  }

  #named(ref: string): string {
    const name = ref.split("/").at(-1) ?? "";
    const schema = this.#defs[name];
    if (!schema) throw new Error(`Nothing is known of ${ref}.`);
    return this.#class(schema, renamed[name] ?? name);
  }

  /** Several forms of one answer: what only some of them have may be null. Unions by `type` were made before. */
  #merged(options: Json[], name: string): string {
    const forms = options.flatMap(flat);
    const union = this.#unions.get(typesOf(forms));
    if (union !== undefined) return union;
    if (forms.some((form) => !form.properties)) return "String";
    const properties = Object.fromEntries(forms.flatMap((form) => Object.entries(form.properties ?? {})));
    const required = Object.keys(properties).filter((key) => forms.every((form) => form.required?.includes(key)));
    return this.#class({ type: "object", properties, required }, name);
  }

  #class(schema: Json, name: string): string {
    if (this.#classes.has(name)) return name;
    this.#classes.set(name, "");
    const fields = this.#fieldsOf(schema, name);
    this.#classes.set(
      name,
      [
        `class ${name} {`,
        `  ${name}.fromJson(Map<String, dynamic> json)${initialisers(fields)};`,
        ...fields.map((field) => `  final ${field.type} ${field.name};`),
        `}`,
      ].join("\n"),
    );
    return name;
  }

  #fieldsOf({ properties = {}, required = [] }: Json, owner: string) {
    return Object.entries(properties).map(([key, schema]) => {
      const inner = required.includes(key) ? schema : { anyOf: [schema, { type: "null" }] };
      const name = `${owner}${pascal(key)}`;
      return { key, name: camel(key), type: this.typeOf(inner, name), read: this.read(inner, name, `json['${key}']`) };
    });
  }
}

const itemOf = (page: Json): Json => page.properties?.results?.items ?? {};
const valueOf = ({ additionalProperties }: Json): Json =>
  typeof additionalProperties === "object" ? additionalProperties : {};
const flat = (schema: Json): Json[] => {
  const options = optionsOf(schema);
  return options.length > 1 ? options.flatMap(flat) : [schema];
};
const typesOf = (forms: Json[]) => forms.map(({ properties }) => String(properties?.type?.const)).join();

function initialisers(fields: { name: string; read: string }[]): string {
  return fields.length === 0 ? "" : `\n    : ${fields.map(({ name, read }) => `${name} = ${read}`).join(",\n      ")}`;
}
