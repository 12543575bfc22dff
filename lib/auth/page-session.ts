import { cookies } from "next/headers";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "@/lib/domain/ctx";
import { authenticateCookie } from "./authenticate";

/** Who looks at the page; null when nobody is signed in. For server components. */
export async function pageSession(): Promise<Ctx | null> {
  const sent = (await cookies()).getAll();
  try {
    return await authenticateCookie(sent.map(({ name, value }) => `${name}=${value}`).join("; "));
  } catch (thrown) {
    if (thrown instanceof ChatError && thrown.code === "unauthorized") return null;
    throw thrown;
  }
}
