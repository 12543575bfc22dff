import { spaced } from "./spaced";

/** A PDF of so many empty pages; `count` is what it claims. */
export function pdf(pages: number, count = pages): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${3 + i} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    ...Array.from({ length: pages }, () => "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"),
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`, "latin1");
}

/** A PDF of a few megabytes whose catalogue lies behind a gigabyte of spaces. */
export async function pdfBomb(): Promise<Buffer> {
  const spaces = 1024 * 1024 * 1024;
  const packed = await spaced("2 0", spaces);
  const head = "%PDF-1.7\n";
  const box = `1 0 obj\n<</Type/ObjStm/N 1/First ${spaces}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  const after = "\nendstream\nendobj\n";
  const at = head.length + box.length + packed.length + after.length;
  const entries = [
    [0, 0, 0],
    [1, head.length, 0],
    [2, 1, 0],
    [1, at, 0],
  ].map(([type = 0, place = 0, index = 0]) => {
    const entry = Buffer.alloc(6);
    entry[0] = type;
    entry.writeUInt32BE(place, 1);
    entry[5] = index;
    return entry;
  });
  const table = Buffer.concat(entries);
  const tail = `3 0 obj\n<</Type/XRef/Size 4/W[1 4 1]/Root 2 0 R/Length ${table.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head + box, "latin1"),
    packed,
    Buffer.from(after + tail, "latin1"),
    table,
    Buffer.from(`${after}startxref\n${at}\n%%EOF\n`, "latin1"),
  ]);
}
