import http from "node:http";
import { randomUUID } from "node:crypto";
import { type z } from "zod";
import type { Operation } from "@/lib/contract/operations/operation";
import type { Call } from "./row";

export type Refused = Call & { what: string; method?: string; verdict: string; raw?: Record<string, string> };

/** What every call of an operation's kind is refused with, told from its declaration alone; `call` is one that works. */
export function generalRefusals(operation: Operation, call: Call): Refused[] {
  const [place = "", query = ""] = call.path.split("?");
  const refused: Refused[] = [
    { ...call, what: "with a method that is none", method: "PUT", verdict: "405 method_not_allowed" },
  ];
  const add = (what: string, verdict: string, other: Partial<Refused>) =>
    refused.push({ ...call, what, verdict, ...other });
  if (operation.auth === "bearer") {
    add("with a bad token", "401 unauthorized", { access: "bad" });
    add("with an empty token", "401 unauthorized", { headers: { authorization: "Bearer " } });
    if (operation.method !== "GET") {
      add("from another site", "403 bad_origin", { headers: { origin: "https://evil.example" } });
    }
  }
  if (operation.params) {
    for (const id of ["none", "0", "1.5", "99999999999", "%00", `${randomUUID()}0`]) {
      const path = operation.path.replace("{id}", id).replace(/\{\w+\}/g, randomUUID());
      add(`with the id ${id}`, "404 not_found", { path });
    }
  }
  if (operation.body) {
    const json = { "content-type": "application/json" };
    for (const body of ["{", "[]", "null", '"x"', "7", "\u0000"]) {
      add(`with the body ${JSON.stringify(body)}`, "400 invalid_input", { body, headers: json });
    }
    add("with a field that is none", "400 invalid_input", { body: '{"surprise":1}', headers: json });
  }
  if (operation.body ?? operation.form) {
    const headers = { "content-type": "text/plain" };
    add("as plain text", "415 unsupported_media_type", { body: "a=b", headers });
    const type = operation.body ? "application/json" : "multipart/form-data; boundary=b";
    const length = operation.body ? "262145" : "31457281";
    add("far too large", "413 too_large", { raw: { "content-type": type, "content-length": length } });
  }
  if (operation.query) {
    const more = (name: string, value: string) => ({ path: `${place}?${query && `${query}&`}${name}=${value}` });
    add("with a parameter that is none", "400 invalid_input", more("surprise", "1"));
    if ("page" in (operation.query as z.ZodObject).shape) {
      add("past the last page", "404 not_found", more("page", "999"));
      for (const page of ["0", "-1", "x", ""]) add(`on page ${page}`, "400 invalid_input", more("page", page));
      for (const size of ["0", "x"]) add(`with pages of ${size}`, "400 invalid_input", more("page_size", size));
    }
  }
  return refused;
}

/** A request that only announces its body: the length alone must have it refused. */
export function announce(
  url: string,
  method: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => (text += piece));
      response.on("end", () => {
        request.destroy();
        const { statusCode: status = 0 } = response;
        const answered = new Headers(
          Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]),
        );
        resolve({ status, body: JSON.parse(text) as unknown, headers: answered });
      });
    });
    request.on("error", reject);
    request.flushHeaders();
  });
}
