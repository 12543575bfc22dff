import { errorBody } from "@/lib/contract/error-body";
import { errorCodes } from "@/lib/contract/errors";
import { errorsOf } from "@/lib/contract/operations/errors-of";
import type { Operation } from "@/lib/contract/operations/operation";

const fileStatuses = [200, 206, 304, 416];

/** For tests: an answer that breaks its promise becomes a fault of the server. */
export async function heldToContract(operation: Operation, response: Response): Promise<Response> {
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  if (operation.answers === "file" && !isJson && fileStatuses.includes(response.status)) return response;
  const body: unknown = isJson ? await response.clone().json() : null;
  const faults = answerFaults(operation, response.status, body);
  if (faults.length > 0) throw new Error(`${operation.id} broke its contract: ${faults.join("; ")}`);
  return response;
}

/** In what an answer breaks the promise of its operation: status, shape, or a refusal that it does not name. */
export function answerFaults(operation: Operation, status: number, body: unknown): string[] {
  if (status < 400) {
    // A retried send answers 200 where the first one answered 201.
    const statuses = operation.id === "sendMessage" ? [200, 201] : [operation.status];
    if (!statuses.includes(status)) return [`${status} is no status of ${operation.id}`];
    if (operation.response === null) return body === null ? [] : [`${operation.id} answers nothing`];
    const { error } = operation.response.safeParse(body);
    return error?.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`) ?? [];
  }
  const refusal = errorBody.strict().safeParse(body);
  if (!refusal.success) return [`${status} without the form of an error`];
  const { code } = refusal.data;
  const faults: string[] = [];
  if (errorCodes[code].status !== status) faults.push(`${code} is not ${status}`);
  if (code !== "internal" && !errorsOf(operation).includes(code)) faults.push(`${operation.id} does not name ${code}`);
  return faults;
}
