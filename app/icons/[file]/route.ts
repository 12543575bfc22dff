import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { splashScreens } from "@/components/shell/splash-screens";
import { paper } from "@/app/paper";

type Made = { type: "image/png" | "image/webp"; make: () => Promise<Buffer> };

const brand = "#0b6e6b";
const file = (name: string) => readFile(path.join(/* turbopackIgnore: true */ process.cwd(), name));
/** The one drawing that everything here is made of. */
const drawing = async () => (await file("public/icon.svg")).toString("utf8");
/** The letter alone, without the tile that it stands on. */
const letter = async () => (await drawing()).replace(/<rect[^>]*>/, "");

const draw = (svg: string, size: number) => sharp(Buffer.from(svg), { density: (72 * size) / 64 }).resize(size, size);

/** On a coloured square to its edges: the system cuts its own form out of it, of which the middle four fifths are safe. */
async function onSquare(size: number): Promise<Buffer> {
  const inner = Math.round(size * 0.8);
  const mark = await draw(await letter(), inner)
    .png()
    .toBuffer();
  const square = { width: size, height: size, channels: 3 as const, background: brand };
  return sharp({ create: square })
    .composite([{ input: mark, gravity: "center" }])
    .png()
    .toBuffer();
}

async function splash(width: number, height: number, background: string): Promise<Buffer> {
  const mark = await draw(await drawing(), Math.round(Math.min(width, height) / 4))
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background } })
    .composite([{ input: mark, gravity: "center" }])
    .png()
    .toBuffer();
}

const png = (make: Made["make"]): Made => ({ type: "image/png", make });
const tile = (size: number) =>
  png(async () =>
    draw(await drawing(), size)
      .png()
      .toBuffer(),
  );
const mono = (size: number) =>
  png(async () =>
    draw(await letter(), size)
      .png()
      .toBuffer(),
  );

const pictures: Record<string, Made> = {
  "icon-192.png": tile(192),
  "icon-512.png": tile(512),
  "maskable-192.png": png(() => onSquare(192)),
  "maskable-512.png": png(() => onSquare(512)),
  "apple-180.png": png(() => onSquare(180)),
  "monochrome-512.png": mono(512),
  "badge-96.png": mono(96),
  "screen-wide.webp": { type: "image/webp", make: () => file("docs/screenshots/conversation-desktop.webp") },
  "screen-narrow.webp": { type: "image/webp", make: () => file("docs/screenshots/conversation-phone.webp") },
  ...Object.fromEntries(
    splashScreens.flatMap(({ width, height, ratio, file: name }) =>
      (["light", "dark"] as const).map((theme) => [
        name(theme),
        png(() => splash(width * ratio, height * ratio, paper[theme])),
      ]),
    ),
  ),
};

export const dynamic = "force-dynamic";

const made = new Map<string, Promise<Buffer>>();

/** Pictures of the app for the places where systems show it, all made of one drawing, each when it is first asked for. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file: name } = await params;
  const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
  if (!picture) return new Response(null, { status: 404 });
  const making = made.get(name) ?? picture.make();
  made.set(name, making);
  const body = new Uint8Array(await making);
  return new Response(body, { headers: { "Content-Type": picture.type, "Cache-Control": "public, max-age=604800" } });
}
