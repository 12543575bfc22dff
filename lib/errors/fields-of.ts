import type { ZodError } from "zod";

/** `{name: [reasons]}` of the wire contract: unknown keys by their own name, what concerns the whole as `body`. */
export function fieldsOf(error: ZodError): Record<string, string[]> {
  const fields = new Map<string, string[]>();
  const note = (path: PropertyKey[], reason: string) => {
    const name = path.map(String).join(".") || "body";
    fields.set(name, [...new Set([...(fields.get(name) ?? []), reason])]);
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) note([...issue.path, key], "There is no such field.");
    } else if (issue.code === "invalid_type" && issue.input === undefined && issue.message.includes("undefined")) {
      note(issue.path, "It is required.");
    } else note(issue.path, issue.message);
  }
  return Object.fromEntries(fields);
}
