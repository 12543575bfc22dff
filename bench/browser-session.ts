import type { BrowserContext } from "@playwright/test";

/** Signs somebody in at a browser, by name and password as people do. */
export async function browserSession(
  context: BrowserContext,
  url: string,
  person: { username: string; password: string },
): Promise<void> {
  const { csrfToken } = (await (await context.request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { ...person, csrfToken, json: "true" };
  const answer = await context.request.post(`${url}/api/auth/callback/credentials`, { form, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`Nobody was let in: ${answer.status()} ${await answer.text()}`);
}
