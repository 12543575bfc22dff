import { expect, type Page, test } from "@playwright/test";
import { Person } from "@/e2e/setup/people";

/** In a real browser: every page works under its content policy, and the policy stops what has no business there. */

/** Notes what the browser refuses on a page, whoever asked for it. */
async function watch(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction("refusedByPolicy", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { refusedByPolicy } = window as unknown as { refusedByPolicy: (what: string) => void };
      refusedByPolicy(`${event.effectiveDirective} ${event.blockedURI} on ${location.pathname}`);
    });
  });
  return refused;
}

test("no page asks for anything that its content policy refuses", async ({ browser, context, page }) => {
  const refused = await watch(page);
  await page.goto("/sign-in");
  await Person.signInAt(browser, context, "alice");
  await page.goto("/chat");
  const list = (await (await page.request.get("/api/chat/rooms/")).json()) as { results: { id: string }[] };
  for (const path of [`/chat/${list.results[0]?.id ?? ""}`, "/people", "/tasks", "/me", "/no-such-page"]) {
    const answer = await page.goto(path);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}' 'strict-dynamic'(;|$)/);
    expect(policy.split("script-src")[1]?.split(";")[0], path).not.toContain("unsafe");
    await page.waitForLoadState("networkidle");
  }
  await page.goto("/api/docs/");
  await expect(page.getByText("AriStay chat", { exact: false }).first()).toBeVisible();
  expect(refused).toEqual([]);
});

test("a script that somebody slips into a page does not run", async ({ page }) => {
  const refused = await watch(page);
  const slipped = `<script>window.ran = 1</script><script src="/api/docs/start.js" onload="window.ran = 2"></script>
    <img src="/none" onerror="window.ran = 3" /><a href="javascript:window.ran = 4">Slipped in</a>`;
  await page.route("**/sign-in", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace("</body>", `${slipped}</body>`) });
  });
  await page.goto("/sign-in");
  await page.getByText("Slipped in").click();
  for (const directive of ["script-src-elem inline", "script-src-elem http", "script-src-attr inline"]) {
    await expect.poll(() => refused.some((what) => what.startsWith(directive)), directive).toBe(true);
  }
  expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
});

test("each page has a nonce of its own, and answers tell browsers what to keep apart", async ({ request }) => {
  const nonces = await Promise.all(
    [1, 2].map(
      async () =>
        /'nonce-([^']+)'/.exec((await request.get("/sign-in")).headers()["content-security-policy"] ?? "")?.[1],
    ),
  );
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
  for (const path of ["/sign-in", "/api/users/me/", "/healthz", "/icon.svg"]) {
    const headers = (
      await request.get(path, { headers: { "content-security-policy": "script-src 'nonce-mine'" } })
    ).headers();
    expect(headers, path).toMatchObject({
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"], path).not.toContain("nonce-mine");
    expect(headers["permissions-policy"], path).toContain("geolocation=()");
    // Only over https: on a plain line it would mean nothing.
    expect(headers, path).not.toHaveProperty("strict-transport-security");
    expect(headers, path).not.toHaveProperty("x-powered-by");
  }
});

test("signing in and out from another site's page is refused", async ({ request, baseURL }) => {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { username: "alice", password: "aristay-demo", csrfToken, json: "true" };
  const post = async (path: string, headers: Record<string, string>) =>
    (await request.post(path, { form, headers, maxRedirects: 0 })).status();
  for (const path of ["/api/auth/callback/credentials", "/api/auth/signout"]) {
    expect(await post(path, { origin: "https://evil.example" }), path).toBe(403);
    expect(await post(path, { "sec-fetch-site": "cross-site" }), path).toBe(403);
    expect(await post(path, { origin: baseURL ?? "", "sec-fetch-site": "same-site" }), path).toBe(403);
  }
  expect(await post("/api/auth/callback/credentials", { origin: baseURL ?? "", "sec-fetch-site": "same-origin" })).toBe(
    200,
  );
});
