import { ApiError } from "@/lib/client/api-error";

/** The browser's one way to the server. One that cannot be reached is an `ApiError` like every other refusal. */
export async function request(address: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, { credentials: "same-origin", ...init });
  } catch {
    throw new ApiError(0, "offline", "offline");
  }
}
