const texts = new WeakMap<Response, string>();

/** A JSON answer that nobody keeps. */
export function jsonResponse(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  const response = new Response(text, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
  texts.set(response, text);
  return response;
}

/** What a `jsonResponse` carries, for whoever would otherwise read it back from a stream; undefined for other answers. */
export function jsonTextOf(response: Response): string | undefined {
  return response.bodyUsed ? undefined : texts.get(response);
}
