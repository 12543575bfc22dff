import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";

// A CommonJS module: some loaders give its exports as the default, others the default among them.
const nextAuth = (NextAuth as { default?: typeof NextAuth }).default ?? NextAuth;

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  process.env.NEXTAUTH_URL ??= config().APP_URL;
  const { nextauth } = await context.params;
  // What anybody may write into the log of next-auth is not taken.
  if (nextauth[0] === "_log") return new Response(null, { status: 404 });
  return (await nextAuth(request, context, nextAuthOptions(request.headers))) as Response;
}

export { answer as GET, answer as POST };
