import type { ErrorCode } from "@/lib/contract/errors";
import type { User } from "@/lib/contract/shapes";
import { asChatError } from "@/lib/errors/as-chat-error";

/** What the page is told by its code; of anything else it hears that it may try again. */
const told: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["rate_limited", "otp_required", "otp_wrong"]);

/** A session that was just opened, as next-auth puts it into the cookie. Wrong credentials are `null`: so it wants it. */
export async function signedInBrowser(
  opening: Promise<{ user: User; sessionId: string }>,
): Promise<{ id: string; name: string; email: string; sid: string } | null> {
  try {
    const { user, sessionId } = await opening;
    return { id: String(user.id), name: user.full_name, email: user.email, sid: sessionId };
  } catch (thrown) {
    const { code } = asChatError(thrown);
    if (code === "bad_credentials") return null;
    throw new Error(told.has(code) ? code : "unavailable", { cause: thrown });
  }
}
