import type { Config } from "@/lib/config/config";

interface Demo {
  people: { username: string; full_name: string; role: string }[];
  password: string;
}

/** What the person who started the server reads once it can be used. */
export function welcome(settings: Config, port: number, movedTo: string | null, demo: Demo | null): string {
  const lines = [`AriStay chat is ready: ${settings.APP_URL} (listening on ${settings.HOST}:${port})`];
  if (movedTo) {
    lines.push(`The database lies in ${movedTo}, since PostgreSQL's user cannot enter ${settings.DATA_DIR}.`);
  }
  if (demo) {
    const width = Math.max(...demo.people.map(({ username }) => username.length));
    lines.push(
      `These people of the demo can sign in, all with the password ${demo.password}:`,
      ...demo.people.map(({ username, full_name, role }) => `  ${username.padEnd(width)}  ${full_name}, ${role}`),
    );
  }
  return `${lines.join("\n")}\n`;
}
