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

/** The way in parts: begun, sent and finished; the first refusal is the answer. */
export async function uploadInParts(
  person: Pick<Person, "rest">,
  { bytes, name, type }: Sending,
): Promise<Pick<Answer, "status" | "body">> {
  const whole = Buffer.from(bytes);
  const encoded = (text: string) => Buffer.from(text).toString("base64");
  const call = (method: string, at: string, headers: Record<string, string>, body?: Buffer) =>
    fetch(person.rest.url + at, {
      method,
      headers: { "tus-resumable": "1.0.0", authorization: `Bearer ${person.rest.access ?? ""}`, ...headers },
      ...(body && { body: new Uint8Array(body) }),
    });
  const begun = await call("POST", "/api/chat/uploads/", {
    "upload-length": String(whole.length),
    "upload-metadata": `filename ${encoded(name)},filetype ${encoded(type ?? "")}`,
  });
  if (begun.status !== 201) return { status: begun.status, body: await begun.json() };
  const at = begun.headers.get("location") ?? "";
  await call("PATCH", at, { "content-type": "application/offset+octet-stream", "upload-offset": "0" }, whole);
  // What takes longer than an answer may is asked for again, as clients do.
  for (let tried = 1; ; tried++) {
    const end = await person.rest.post(`${at}finish/`, {});
    if (end.status !== 503 || tried === 6) return end;
  }
}
