import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "@/scripts/find-browser.mjs";

/** The browser of the journeys, for measurements. */
export async function launchBrowser(): Promise<Browser> {
  const args = ["--disable-dev-shm-usage", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return chromium.launch({ executablePath: await findBrowser(), args });
}
