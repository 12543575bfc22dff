import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { cookieNames } from "@/lib/auth/cookie-names";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";

// A CommonJS module: some loaders give its exports as the default, others the default among them.
const nextAuth = (NextAuth as { default?: typeof NextAuth }).default ?? NextAuth;

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  process.env.NEXTAUTH_URL ??= config().APP_URL;
  const { nextauth } = await context.params;
  // What anybody may write into the log of next-auth is not taken.
  if (nextauth[0] === "_log") return new Response(null, { status: 404 });
  const answered = (await nextAuth(request, context, nextAuthOptions(request.headers))) as Response;
  if (nextauth[0] === "signout" && request.method === "POST") forgetFiles(request, answered);
  return answered;
}

/** At a device of several people the browser's own cache goes too: it holds the files that somebody has looked at. */
function forgetFiles(request: NextRequest, answered: Response): void {
  if (request.cookies.has(cookieNames().sharedDevice)) answered.headers.set("clear-site-data", '"cache"');
}

export { answer as GET, answer as POST };
