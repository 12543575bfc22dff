import type { BrowserContext } from "@playwright/test";
import type { Product } from "./product";

const password = "only this measurement knows it";

/** Signs a person in at a browser, as somebody does who knows their password. */
export async function browserSession(product: Product, context: BrowserContext, person: { id: number }): Promise<void> {
  const username = await product.givePassword(person, password);
  const { csrfToken } = (await (await context.request.get(`${product.url}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const form = { username, password, csrfToken, json: "true" };
  const answer = await context.request.post(`${product.url}/api/auth/callback/credentials`, { form });
  if (!answer.ok()) throw new Error(`Nobody was let in: ${answer.status()} ${await answer.text()}`);
}
