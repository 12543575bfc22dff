import type { Answer } from "./rest-client";
import type { Person } from "./cast";

export type Sending = { bytes: Uint8Array | string; name: string; type?: string };

/** Sends a form the way a phone does: fields, and one file. */
export async function postForm(
  person: Pick<Person, "access" | "rest">,
  path: string,
  fields: Record<string, string>,
  files: Record<string, Sending>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, { bytes, name: fileName, type }] of Object.entries(files)) {
    const part = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
    form.set(name, new Blob([part], { type: type ?? "application/octet-stream" }), fileName);
  }
  const response = await fetch(person.rest.url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${person.access}`, ...headers },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as unknown, headers: response.headers };
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
