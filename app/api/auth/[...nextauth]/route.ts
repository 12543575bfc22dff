import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { config } from "@/lib/config/config";

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  process.env.NEXTAUTH_URL ??= config().APP_URL;
  return (await NextAuth(request, context, nextAuthOptions())) as Response;
}

export { answer as GET, answer as POST };
