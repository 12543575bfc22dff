import { errorBody } from "@/lib/contract/error-body";
import { errorCodes } from "@/lib/contract/errors";
import { errorsOf } from "@/lib/contract/operations/errors-of";
import type { Operation } from "@/lib/contract/operations/operation";

/** The bytes of a file, a part of them, nothing new, no such part. */
const fileStatuses = [200, 206, 304, 416];

/** For tests: an answer that breaks its promise becomes a fault of the server. */
export async function heldToContract(operation: Operation, response: Response): Promise<Response> {
  const { status, headers } = response;
  const isFile = operation.answers === "file" && !isJson(headers) && fileStatuses.includes(status);
  const text = isFile ? "" : await response.clone().text();
  const body = isJson(headers) ? (JSON.parse(text) as unknown) : text || null;
  const faults = answerFaults(operation, { status, headers, body });
  if (faults.length > 0) throw new Error(`${operation.id} broke its contract: ${faults.join("; ")}`);
  return response;
}

const isJson = (headers: Headers) => headers.get("content-type") === "application/json; charset=utf-8";

/** `body` is what JSON means, the text of anything else, or null. */
type Given = { status: number; headers: Headers; body: unknown };

/** In what an answer breaks the promise of its operation: status, shape, headers, or a refusal that it does not name. */
export function answerFaults(operation: Operation, given: Given): string[] {
  const { id } = operation;
  const { status, headers, body } = given;
  if (operation.answers === "file" && fileStatuses.includes(status)) {
    return headers.get("x-content-type-options") === "nosniff" ? [] : [`${id} lets browsers guess what a file is`];
  }
  if (status >= 400) return refusalFaults(operation, given);
  // A retried send answers 200 where the first one answered 201.
  const statuses = id === "sendMessage" ? [200, 201] : [operation.status];
  if (!statuses.includes(status)) return [`${status} is no status of ${id}`];
  if (operation.response === null) {
    return body === null && !headers.has("content-type") ? [] : [`${id} answers nothing`];
  }
  if (!isJson(headers)) return [`${id} answers JSON`];
  const { error } = operation.response.safeParse(body);
  return error?.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`) ?? [];
}

function refusalFaults(operation: Operation, { status, headers, body }: Given): string[] {
  const refusal = errorBody.strict().safeParse(body);
  if (!refusal.success || !isJson(headers)) return [`${status} without the form of an error`];
  const { code, error, detail } = refusal.data;
  // As it was sent: a field called __proto__ does not come out of a schema.
  const { fields = {} } = body as { fields?: object };
  const faults: string[] = [];
  if (errorCodes[code].status !== status) faults.push(`${code} is not ${status}`);
  if (code !== "internal" && !errorsOf(operation).includes(code)) faults.push(`${operation.id} does not name ${code}`);
  if (!/^[A-Z].*\.$/s.test(error) || detail === "") faults.push(`"${error}" is no sentence`);
  if (status === 400 && Object.keys(fields).length === 0) faults.push(`${code} says nothing of the fields`);
  if (status === 401 && headers.get("www-authenticate") !== "Bearer") faults.push("401 without WWW-Authenticate");
  const wait = headers.get("retry-after");
  if ((status === 429 || status === 503) && !/^[1-9]\d*$/.test(wait ?? ""))
    faults.push(`${status} without Retry-After`);
  return faults;
}
