import { readFile } from "node:fs/promises";
import path from "node:path";

/** The worker lies where the build put it. Browsers ask again at every page, so that a new release is noticed. */
export async function GET(): Promise<Response> {
  const script = await readFile(path.join(process.cwd(), "dist", "service-worker.js"), "utf8").catch(() => null);
  if (script === null) return new Response(null, { status: 404 });
  return new Response(script, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}

export const dynamic = "force-dynamic";
