import Bowser from "bowser";

/** What a user agent says of itself: the program and the system, null where it does not tell. Anybody can write one. */
export function deviceOf(userAgent: string): { client: string | null; platform: string | null } {
  if (userAgent === "") return { client: null, platform: null };
  const { browser, os } = Bowser.parse(userAgent);
  // Of an app the parser would name the library that it sends its requests with.
  const client = userAgent.startsWith("Mozilla/") ? named(browser.name) : null;
  return { client, platform: named(os.name) };
}

const named = (name: string | undefined) => (name === undefined || name === "" ? null : name.slice(0, 60));
