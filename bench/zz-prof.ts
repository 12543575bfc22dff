import { writeFileSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
const { path, cookie } = JSON.parse(readFileSync("/tmp/perf/cookie.json", "utf8"));
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-dev-shm-usage"] });
const c = await b.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true, serviceWorkers: "block" });
await c.addCookies(cookie.split("; ").map((x: string) => { const i = x.indexOf("="); return { name: x.slice(0, i), value: x.slice(i + 1), url: "http://localhost:4811" }; }));
const page = await c.newPage();
const s = await b.newBrowserCDPSession();
await s.send("Tracing.start", { transferMode: "ReturnAsStream", traceConfig: { recordMode: "recordAsMuchAsPossible", includedCategories: ["devtools.timeline","v8.execute","blink.user_timing","loading","toplevel","disabled-by-default-v8.cpu_profiler","disabled-by-default-devtools.timeline","v8","disabled-by-default-v8.compile"], excludedCategories:["*"] } } as never);
await page.goto("http://localhost:4811" + path);
await page.waitForTimeout(4000);
const done = new Promise<string>((r) => s.on("Tracing.tracingComplete", (e) => r(e.stream!)));
await s.send("Tracing.end");
const h = await done; let out = "";
for (;;) { const r = await s.send("IO.read", { handle: h }); out += r.data; if (r.eof) break; }
writeFileSync(process.argv[2]!, out);
await b.close();
