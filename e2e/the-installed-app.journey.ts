import { appendFile, readFile, writeFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { Person } from "@/e2e/setup/people";
import { webManifest } from "@/e2e/setup/web-manifest";

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

test("the app can be installed: its manifest holds, and everything that it names is there, in the size that it says", async ({
  browser,
  request,
}) => {
  const manifest = webManifest.parse(await (await request.get("/manifest.webmanifest")).json());
  expect(manifest).toMatchObject({ id: "/", scope: "/", start_url: "/chat", display: "standalone" });
  const page = await (await request.get("/sign-in")).text();
  const [splash] = /\/icons\/splash-[^"]+/.exec(page) ?? [];
  // A tablet also begins on its side, where the device's width is still that of its short side.
  const [, lying] =
    /device-width: 1032px\)[^"]+orientation: landscape[^>]+href="(\/icons\/splash-[^"]+)/.exec(page) ??
    /href="(\/icons\/splash-[^"]+)" media="[^"]+device-width: 1032px\)[^"]+orientation: landscape/.exec(page) ??
    [];
  const icons = [...manifest.icons, ...manifest.shortcuts.flatMap((one) => one.icons)];
  const named = [
    ...icons,
    ...manifest.screenshots,
    { src: splash ?? "", sizes: "1320x2868", type: "image/png", purpose: "any" },
    { src: lying ?? "", sizes: "2752x2064", type: "image/png", purpose: "any" },
  ];
  for (const { src, sizes, type, ...rest } of named) {
    const answer = await request.get(src);
    expect(answer.headers()["content-type"], src).toBe(type);
    if (sizes === "any") continue;
    const body = await answer.body();
    const { width, height } = await sharp(body).metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
    if ("purpose" in rest) expect(await faultOf(body, rest.purpose), src).toBeNull();
  }
  for (const { url } of manifest.shortcuts) expect((await request.get(url)).status(), url).toBe(200);

  // And the browser that would install it agrees.
  const dave = await Person.signIn(browser, "dave", { viewport: { width: 1280, height: 800 } });
  const session = await dave.context.newCDPSession(dave.page);
  expect((await session.send("Page.getAppManifest")).errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A context of the suite is one of the browser's private windows, which install nothing.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  await dave.leave();
});

/** What a system would do wrong with an icon of this purpose; null when it is fit. */
async function faultOf(icon: Buffer, purpose: string): Promise<string | null> {
  const { data, info } = await sharp(icon).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const [width, half] = [info.width, info.width / 2];
  const corner = data.readUInt32BE(0);
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    if (purpose === "maskable") {
      if (data[at + 3] !== 255) return "is cut to any form, and has holes";
      const outside = Math.hypot(x + 0.5 - half, y + 0.5 - half) > width * 0.4;
      if (outside && data.readUInt32BE(at) !== corner) return "draws outside of what is safe";
    }
  }
  if (purpose !== "monochrome") return null;
  const { channels } = await sharp(icon).stats();
  const alpha = channels[3];
  return alpha && alpha.min === 0 && alpha.max === 255 ? null : "is a form by what shines through, and has none";
}
