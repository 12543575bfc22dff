import { z } from "zod";
import { checkOrigin } from "@/lib/auth/check-origin";
import { ChatError } from "@/lib/contract/errors";
import { createUserOp } from "@/lib/contract/operations/users";
import { needsSetUp } from "@/lib/domain/users/needs-set-up";
import { setUp } from "@/lib/domain/users/set-up";
import { errorResponse } from "@/lib/http/error-response";
import { jsonResponse } from "@/lib/http/json-response";
import { spend } from "@/lib/http/rate-limits";
import { readJson } from "@/lib/http/read-json";

const { username, password, email, first_name, last_name } = createUserOp.body.shape;
const input = z.strictObject({ username, password, email, first_name, last_name });

/** Makes the first superuser; as soon as there is anybody, this address does not exist. */
export async function POST(request: Request): Promise<Response> {
  try {
    await spend("open", "setup");
    checkOrigin(request.headers, "bearer");
    if (!(await needsSetUp())) throw new ChatError("not_found", "There is nothing at this address.");
    return jsonResponse(201, await setUp(input.parse(await readJson(request))));
  } catch (thrown) {
    return errorResponse(thrown, { method: "POST", path: "/api/setup/" });
  }
}
