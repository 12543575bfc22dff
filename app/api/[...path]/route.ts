import { handleApi } from "@/lib/http/handle-api";

/** The same functions that `server.ts` calls ahead of Next, for whoever runs the pages alone. */
async function answer(request: Request): Promise<Response> {
  // Behind Next nobody knows the connection, and a header can be written by anybody: they share one count.
  return (await handleApi(request, { address: "pages" })) ?? new Response(null, { status: 404 });
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
