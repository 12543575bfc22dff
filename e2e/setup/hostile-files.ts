import { deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { crc32 } from "./crc32";
import { pdfBomb } from "./pdf";
import type { Sending } from "./upload";
import { zip } from "./zip";

/** What is done with a file: refused with a status, or taken and served like this. */
export type Answer = number | "made anew" | "a download";
export type HostileFile = { what: string; file: Sending; answer: Answer };

export const script = "<script>alert(document.domain)</script>";
const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`;
const latin = (text: string) => Buffer.from(text, "latin1");
const MB = 1024 * 1024;

/** Every file that is meant to do harm, with the answer that `docs/HOSTILE-FILES.md` promises. */
export async function hostileFiles(): Promise<HostileFile[]> {
  const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: "#3a7" } });
  const [jpeg, png, webp, gif, avif] = (await Promise.all(
    (["jpeg", "png", "webp", "gif", "avif"] as const).map((format) => plain.clone().toFormat(format).toBuffer()),
  )) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);
  const pixel = (
    await sharp({ create: { width: 1, height: 1, channels: 3, background: "#000" } })
      .webp({ lossless: true })
      .toBuffer()
  ).subarray(12);
  const refused = (
    status: number,
    what: string,
    bytes: Sending["bytes"],
    name: string,
    type?: string,
  ): HostileFile => ({
    what,
    file: { bytes, name, ...(type && { type }) },
    answer: status,
  });
  const taken = (
    answer: "made anew" | "a download",
    what: string,
    bytes: Sending["bytes"],
    name: string,
  ): HostileFile => ({
    what,
    file: { bytes, name },
    answer,
  });
  return [
    refused(415, "an SVG with a script", svg, "a.svg", "image/svg+xml"),
    refused(415, "an SVG with a declaration", `<?xml version="1.0"?>${svg}`, "a.svg"),
    refused(415, "an SVG called a PNG", svg, "a.png", "image/png"),
    refused(415, "an SVG called a text", svg, "a.txt", "text/plain"),
    refused(415, "an SVG packed as browsers unpack it", gzipSync(svg), "a.svgz", "image/svg+xml"),
    refused(415, "a page", `<!doctype html>${script}`, "a.html", "text/html"),
    refused(
      415,
      "a page of XHTML",
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
      "a.xhtml",
    ),
    refused(415, "a page called a text", `\ufeff\n <HTML>${script}`, "a.txt", "text/plain"),
    refused(415, "a page called a picture", `<html>${script}`, "a.jpg", "image/jpeg"),
    refused(415, "a page called a table", `<table>${script}</table>`, "a.csv", "text/csv"),
    refused(415, "a text called a picture", "no picture", "a.jpg", "image/jpeg"),
    refused(415, "a script", "alert(1)", "a.js", "text/javascript"),
    refused(415, "a shortcut", Buffer.concat([latin("L\0\0\0\x01\x14\x02\0"), Buffer.alloc(80)]), "a.lnk"),
    refused(415, "a program called a picture", latin(`MZ\x90\0${"\0".repeat(60)}`), "a.jpg"),
    refused(415, "a program behind a second ending", jpeg, "a.jpg.exe"),
    refused(415, "a program without a name", latin(`\x7fELF${"\0".repeat(60)}`), ""),
    refused(415, "an installer in the box of old Office files", cfb(), "a.msi"),
    refused(415, "an archive that Java runs", zip({ "META-INF/MANIFEST.MF": latin("Main-Class: A\n") }), "a.jar"),
    refused(
      415,
      "an Office file with macros",
      office("application/vnd.ms-word.document.macroEnabled.main+xml"),
      "a.docm",
    ),
    refused(
      415,
      "an Office file with macros called one without",
      office("application/vnd.ms-word.document.macroEnabled.main+xml"),
      "a.docx",
    ),
    refused(415, "an archive called a picture", zip({ "a.txt": latin("a") }), "a.png", "image/png"),
    refused(415, "a PDF called a picture", "%PDF-1.7\n%x\n", "a.jpg"),
    refused(415, "a PDF declared a picture", "%PDF-1.7\n%x\n", "a.pdf", "image/png"),
    refused(415, "a picture called a PDF", jpeg, "a.pdf", "application/pdf"),
    refused(415, "a picture of a kind that nobody needs", bmp(), "a.bmp", "image/bmp"),
    refused(415, "binary called a text", "a\0b\x01", "a.csv", "text/csv"),
    refused(415, "a page that is a PDF further down", `<html>${script}</html>\n%PDF-1.7\n`, "a.pdf"),
    refused(400, "nothing", "", "a.jpg", "image/jpeg"),
    refused(400, "nothing, called a text", "", "a.txt", "text/plain"),
    refused(422, "half a JPEG", half(jpeg), "a.jpg"),
    refused(422, "half a PNG", half(png), "a.png"),
    refused(422, "half a WebP", half(webp), "a.webp"),
    refused(422, "half a GIF", half(gif), "a.gif"),
    refused(422, "half an AVIF", half(avif), "a.avif"),
    refused(422, "the head of a JPEG", jpeg.subarray(0, 30), "a.jpg"),
    refused(422, "a PNG with a wrong sum", flipped(png), "a.png"),
    refused(422, "a script in a GIF's head", `GIF89a/*${script}*/=1;alert(1)`, "a.gif"),
    refused(422, "a PNG of 900 million pixels in 90 bytes", pngBomb(), "a.png"),
    // The only one that a decoder without a bound would finish.
    refused(422, "a whole PNG of 120 million pixels in 15 kB", pngBomb(12_000, 10_000, 1501 * 10_000), "a.png"),
    refused(422, "a WebP of 268 million pixels in 40 bytes", webpHead(16_383, 16_383), "a.webp"),
    refused(422, "a GIF of four thousand million pixels in 40 bytes", gifBomb(65_535, 65_535, 1), "a.gif"),
    refused(422, "a GIF of 20,000 frames", gifBomb(1000, 1000, 20_000), "a.gif"),
    refused(422, "a WebP of 5,000 frames", webpFrames(pixel, 1000, 5000), "a.webp"),
    refused(413, "a byte too many", Buffer.alloc(25 * MB + 1, "a"), "a.txt"),
    refused(413, "far too many bytes", Buffer.alloc(29 * MB, "a"), "a.txt"),
    taken(
      "made anew",
      "a JPEG with a page and an archive behind it",
      Buffer.concat([jpeg, latin(script), zip({ "a.js": latin("alert(1)") })]),
      "a.jpg",
    ),
    taken(
      "made anew",
      "a GIF that is a script too",
      Buffer.concat([gif, latin(`/*${script}*/=1;alert(1)//`)]),
      "a.gif",
    ),
    taken("made anew", "a PNG with an SVG inside", withText(png, svg), "a.png"),
    taken("made anew", "a JPEG with a page in its comment", withComment(jpeg, `<html>${script}`), "a.jpg"),
    taken("made anew", "a WebP with a page behind it", Buffer.concat([webp, latin(script)]), "a.webp"),
    taken(
      "a download",
      "a PDF with a page and a script",
      `%PDF-1.7\n${script}\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\n%%EOF`,
      "a.pdf",
    ),
    taken("a download", "a PDF of a few megabytes that wants a gigabyte", await pdfBomb(), "a.pdf"),
    taken("a download", "an archive of 65 kB that wants 64 MB", zip({ "a.bin": Buffer.alloc(64 * MB) }), "a.zip"),
    taken(
      "a download",
      "an archive with names that climb out of their folder",
      zip({ "../../etc/passwd": latin("x") }),
      "a.zip",
    ),
    taken("a download", "half an archive", half(zip({ "a.txt": Buffer.from("a".repeat(99)) })), "a.zip"),
    taken("a download", "a table with a formula that runs a program", `=cmd|'/C calc'!A1,2\n`, "a.csv"),
    taken("a download", "a page below a line of text", `hello\n${script}`, "a.txt"),
  ];
}

const cfb = () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
const office = (type: string) =>
  zip({
    "[Content_Types].xml": latin(`<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`),
  });
const bmp = () => Buffer.concat([latin("BM"), Buffer.alloc(70)]);

function flipped(png: Buffer): Buffer {
  const bad = Buffer.from(png);
  const at = bad.indexOf("IDAT") + 8;
  bad.writeUInt8(bad.readUInt8(at) ^ 0xff, at);
  return bad;
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length);
  out.write(type, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** Black, one bit a pixel; whole when `bytes` holds all its lines. */
function pngBomb(width = 30_000, height = 30_000, bytes = 99): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  return Buffer.concat([
    latin("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(bytes))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const withText = (png: Buffer, text: string) =>
  Buffer.concat([png.subarray(0, 33), chunk("tEXt", latin(`Comment\0${text}`)), png.subarray(33)]);

function withComment(jpeg: Buffer, text: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, latin(text), jpeg.subarray(2)]);
}

function gifBomb(width: number, height: number, frames: number): Buffer {
  const head = Buffer.concat([latin("GIF89a"), Buffer.alloc(4), latin("\x80\0\0\0\0\0\xff\xff\xff")]);
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const side = (value: number) => latin(String.fromCharCode(value & 0xff, value >> 8));
  const frame = Buffer.concat([
    latin("\x2c\0\0\0\0"),
    frames === 1 ? Buffer.concat([side(width), side(height)]) : latin("\x01\0\x01\0"),
    latin("\0\x02\x02\x44\x01\0"),
  ]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), latin(";")]);
}

function riff(...parts: Buffer[]): Buffer {
  const body = Buffer.concat([latin("WEBP"), ...parts]);
  const head = latin("RIFF\0\0\0\0");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function part(type: string, data: Buffer): Buffer {
  const head = latin(`${type}\0\0\0\0`);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function webpHead(width: number, height: number): Buffer {
  const data = Buffer.alloc(20);
  data[0] = 0x2f;
  data.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  return riff(part("VP8L", data));
}

function webpFrames(pixel: Buffer, side: number, frames: number): Buffer {
  const canvas = Buffer.alloc(10);
  canvas[0] = 2;
  canvas.writeUIntLE(side - 1, 4, 3);
  canvas.writeUIntLE(side - 1, 7, 3);
  const frame = part("ANMF", Buffer.concat([Buffer.alloc(16), pixel]));
  return riff(part("VP8X", canvas), part("ANIM", Buffer.alloc(6)), ...Array.from({ length: frames }, () => frame));
}
