import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
const { path, cookie } = JSON.parse(readFileSync("/tmp/perf/cookie.json", "utf8"));
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-dev-shm-usage"] });
for (let i=0;i<4;i++){
const c = await b.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true, serviceWorkers: "block" });
await c.addCookies(cookie.split("; ").map((x: string) => { const i = x.indexOf("="); return { name: x.slice(0, i), value: x.slice(i + 1), url: "http://localhost:4811" }; }));
const page = await c.newPage();
page.on("console", (m) => console.log(m.text()));
page.on("pageerror", (m) => console.log(m));
await page.goto("http://localhost:4811" + path);
await page.waitForTimeout(2500); console.log("--"); await c.close();}
await b.close();
