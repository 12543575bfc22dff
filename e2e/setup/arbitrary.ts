import fc from "fast-check";

/** The parts of JSON Schema that our documents use. */
export type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};

/** Ids that mean something, so that not everything ends at "unknown". */
export type Known = { uuids: string[]; ids: number[] };

const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ maxLength: Math.min(maxLength, 60) }),
    fc.string({ unit: "binary", maxLength: Math.min(maxLength, 30) }),
    fc.constantFrom("", " ", "@all", "👍", "\0", "'; drop table users; --", "%_\\", "null", "0", "-1", "1e309"),
  );

/** What a schema means to accept; refinements that it cannot express may still refuse some of it. */
export function accepted(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => accepted(choice, known)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "string":
      return textOf(schema, known);
    case "integer":
    case "number": {
      const bounds = { min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) };
      const ids = known.ids.filter((id) => id >= bounds.min && id <= bounds.max);
      return ids.length > 0 ? fc.oneof(fc.constantFrom(...ids), fc.integer(bounds)) : fc.integer(bounds);
    }
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(accepted(schema.items ?? {}, known), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
    case "object":
      return objectOf(schema, known);
    default:
      return fc.jsonValue();
  }
}

function textOf({ format, pattern, minLength, maxLength }: Schema, known: Known): fc.Arbitrary<string> {
  if (format === "uuid") return fc.oneof(fc.constantFrom(...known.uuids), fc.uuid());
  if (format === "date-time" || format === "date") {
    const times = fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") });
    return times.map((time) => time.toISOString().slice(0, format === "date" ? 10 : undefined));
  }
  if (format === "email") return fc.emailAddress();
  if (format === "uri") return fc.webUrl();
  if (pattern === String.raw`^\d{1,10}$`) return fc.constantFrom(...known.ids.map(String), "999999", "0");
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const some = fc.string({ minLength: minLength ?? 0, maxLength: Math.min(maxLength ?? 100, 100) });
  return fc.oneof(some, anyText(maxLength ?? 100));
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, accepted(inner, known)]));
  return fc.record(model, { requiredKeys: required });
}

/** Mostly what the schema accepts, often broken in one place, sometimes anything at all. */
export function given(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const good = accepted(schema, known);
  const names = Object.keys(schema.properties ?? {});
  const place = fc.oneof(fc.constantFrom("surprise", "__proto__", "constructor", ...names), anyText(20));
  const broken = fc
    .tuple(good, place, fc.oneof(fc.jsonValue(), anyText(100)))
    .map(([value, name, wrong]) => ({ ...(value as object), [name]: wrong }));
  const lacking = fc
    .tuple(good, place)
    .map(([value, name]) => Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== name)));
  return fc.oneof(
    { weight: 5, arbitrary: good },
    { weight: 3, arbitrary: broken },
    { weight: 1, arbitrary: lacking },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}
