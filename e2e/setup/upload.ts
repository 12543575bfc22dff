import type { Answer } from "./rest-client";
import type { Person } from "./cast";

export type Sending = { bytes: Uint8Array | string; name: string; type?: string };

/** A form as phones make it: fields, and mostly one file. */
export function formOf(fields: Record<string, string>, files: Record<string, Sending> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, { bytes, name: fileName, type }] of Object.entries(files)) {
    const part = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
    form.set(name, new Blob([part], { type: type ?? "application/octet-stream" }), fileName);
  }
  return form;
}

export function postForm(
  person: Pick<Person, "rest">,
  path: string,
  fields: Record<string, string>,
  files: Record<string, Sending>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return person.rest.post(path, formOf(fields, files), headers);
}

/** Asks for the bytes of a file by its absolute URL, at the test's own port. */
export function getFile(
  base: string,
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  return fetch(base + new URL(url).pathname, { method, headers });
}
