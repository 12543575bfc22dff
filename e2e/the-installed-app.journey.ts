import { appendFile, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { Person } from "@/e2e/setup/people";

test.use({ serviceWorkers: "allow" });

test("a new release is taken when somebody says so, and the draft is still there", async ({ browser }) => {
  const dave = await Person.signIn(browser, "dave", { viewport: { width: 1280, height: 800 } });
  await dave.open("Everyone");
  await dave.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const file = "dist/service-worker.js";
  const present = await readFile(file);
  try {
    await dave.composer.fill("Half a sente");
    await appendFile(file, "\n// The next release.");
    await dave.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await dave.page.getByRole("button", { name: "Update" }).click();
    await dave.page.waitForEvent("load");
    await expect(dave.composer).toHaveValue("Half a sente");
    await expect(dave.page.getByRole("button", { name: "Update" })).toHaveCount(0);
  } finally {
    await writeFile(file, present);
  }
  await dave.leave();
});

test("the app can be installed: everything that its manifest names is there, in the size that it says", async ({
  request,
}) => {
  const manifest = (await (await request.get("/manifest.webmanifest")).json()) as Manifest;
  expect(manifest).toMatchObject({ id: "/", scope: "/", start_url: "/chat", display: "standalone" });
  expect(manifest.icons.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(["maskable", "monochrome"]));
  const page = await (await request.get("/sign-in")).text();
  const [splash] = /\/icons\/splash-[^"]+/.exec(page) ?? [];
  const named = [
    ...manifest.icons,
    ...manifest.screenshots,
    { src: splash ?? "", sizes: "1320x2868", type: "image/png" },
  ];
  for (const { src, sizes, type } of named) {
    const answer = await request.get(src);
    expect(answer.headers()["content-type"], src).toBe(type);
    if (sizes === "any") continue;
    const { width, height } = await sharp(await answer.body()).metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect((await request.get(url)).status(), url).toBe(200);
});

type Picture = { src: string; sizes: string; type: string; purpose?: string };
type Manifest = { icons: Picture[]; screenshots: Picture[]; shortcuts: { url: string }[] };
