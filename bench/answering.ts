import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { browserSession } from "./browser-session";
import { launchBrowser } from "./launch-browser";
import type { Product } from "./product";

type Person = { id: number; token: string };
export type Answering = {
  /** Interaction to next paint (ms): the slowest of some sixty. */
  quiet: number;
  busy: number;
  /** Layout shift from the opening of the room to the end. */
  shift: number;
  loaded: number;
  perSecond: number;
};

const HELD = 10_000;
const PER_SECOND = 20;

declare global {
  interface Window {
    measured: { slowest: number; shift: number };
  }
}

/**
 * A room with 10,000 messages on screen: how soon the page answers to keys and clicks while nothing happens, and while
 * 20 messages a second arrive; and what moves by itself meanwhile.
 */
export async function answering(product: Product, [reader, writer]: [Person, Person]): Promise<Answering> {
  const room = await product.room([reader, writer]);
  await fill(product.url, room, writer.token);
  const password = "only this measurement knows it";
  const username = await product.givePassword(reader, password);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
    await browserSession(context, product.url, { username, password });
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(`${product.url}/chat/${room}`);
    const loaded = await loadAll(page);
    await page.getByRole("button", { name: "Go to the newest message" }).click();
    await page.getByText(`Line ${HELD} of`, { exact: false }).last().waitFor();
    const quiet = await interact(page);
    const crowd = arrivals(product.url, room, writer.token);
    const busy = await interact(page).finally(() => crowd.end());
    const perSecond = await crowd.end();
    const { shift } = await page.evaluate(() => window.measured);
    return { quiet, busy, shift, loaded, perSecond };
  } finally {
    await browser.close();
  }
}

/** The first and the last alone, so that they are found. */
async function fill(url: string, room: string, token: string): Promise<void> {
  let line = 1;
  await say(url, room, token, `Line ${line} of ${HELD}`);
  const many = async () => {
    while (line < HELD - 1) await say(url, room, token, `Line ${++line} of ${HELD}: the towels of the second floor`);
  };
  await Promise.all(Array.from({ length: 64 }, many));
  await say(url, room, token, `Line ${HELD} of ${HELD}`);
}

async function say(url: string, room: string, token: string, content: string): Promise<void> {
  const body = JSON.stringify({ room, content, client_id: randomUUID() });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(`${url}/api/chat/messages/`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`A message was refused: ${answer.status} ${await answer.text()}`);
}

/** Runs in the page, before it. */
function watch(): void {
  window.measured = { slowest: 0, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const isInteraction = (entry as PerformanceEventTiming & { interactionId?: number }).interactionId ?? 0;
      if (isInteraction > 0) window.measured.slowest = Math.max(window.measured.slowest, entry.duration);
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) window.measured.shift += entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Scrolls up until the first message is there. Resolves with the number of messages that the page holds. */
async function loadAll(page: Page): Promise<number> {
  const pane = page.getByRole("region", { name: /^Messages in/ });
  await pane.hover();
  const first = page.getByText("Line 1 of", { exact: false });
  for (let turn = 0; turn < 2_000 && (await first.count()) === 0; turn++) {
    await page.mouse.wheel(0, -20_000);
    await wait(50);
  }
  return (await first.count()) > 0 ? HELD : 0;
}

/** What somebody does all day: writes, opens and closes beside it, moves among the messages. */
async function interact(page: Page): Promise<number> {
  await page.evaluate(() => (window.measured.slowest = 0));
  const field = page.getByRole("textbox", { name: /^Message/ });
  await field.click();
  await page.keyboard.type("The boiler is on again, we are done", { delay: 120 });
  for (let turn = 0; turn < 6; turn++) {
    await page.getByRole("button", { name: /(Show|Hide) details/ }).click();
    await wait(150);
  }
  await field.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Backspace");
  // An interaction is told of once it has been painted.
  await wait(500);
  return page.evaluate(() => window.measured.slowest);
}

function arrivals(url: string, room: string, token: string) {
  const began = performance.now();
  const sends: Promise<void>[] = [];
  const one = () => sends.push(say(url, room, token, `News ${sends.length + 1} from the laundry`));
  const timer = setInterval(one, 1000 / PER_SECOND);
  let ended: Promise<number> | undefined;
  const end = async () => {
    clearInterval(timer);
    const rate = (sends.length * 1000) / (performance.now() - began);
    await Promise.all(sends);
    return rate;
  };
  return { end: () => (ended ??= end()) };
}
