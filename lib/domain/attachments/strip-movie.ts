import { ChatError } from "@/lib/contract/errors";
import { FileWindow } from "./file-window";

type Box = { type: string; start: number; body: number; end: number };

/** What a player needs, by the box that it lies in; `""` is the file. Everything else may tell where and with what. */
const kept: Record<string, readonly string[]> = {
  "": ["ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx"],
  moov: ["mvhd", "trak", "mvex", "iods"],
  trak: ["tkhd", "tapt", "edts", "tref", "mdia"],
  mdia: ["mdhd", "hdlr", "elng", "minf"],
  minf: ["vmhd", "smhd", "gmhd", "nmhd", "sthd", "hdlr", "dinf", "stbl"],
  stbl: "stsd stts ctts cslg stss stps stsc stsz stz2 stco co64 stsh padb stdp sdtp sgpd sbgp subs saiz saio".split(
    " ",
  ),
  moof: ["mfhd", "traf"],
  traf: ["tfhd", "tfdt", "trun", "sdtp", "sgpd", "sbgp", "subs", "saiz", "saio", "senc"],
};
/** Pictures, sound, subtitles. The others carry places and movements, as those of action cameras do. */
const shownTracks = ["vide", "soun", "text", "sbtl", "subt", "clcp"];
const mostBoxes = 100_000;

/**
 * Takes out of an MP4 or MOV what is neither picture nor sound: places, devices, names, times. In its place stay empty
 * boxes of the same length, so not one sample moves or changes. Refuses with `unprocessable` what it cannot follow.
 */
export function stripMovie(path: string): Promise<void> {
  return FileWindow.over(path, async (file) => {
    let seen = 0;
    const boxes = async (from: number, to: number): Promise<Box[]> => {
      const found: Box[] = [];
      for (let at = from; at < to; at = found.at(-1)?.end ?? to) {
        if (++seen > mostBoxes) throw refused();
        found.push(await boxAt(file, at, to));
      }
      return found;
    };
    const walk = async (parent: string, from: number, to: number): Promise<void> => {
      for (const box of await boxes(from, to)) {
        if (!kept[parent]?.includes(box.type)) await empty(file, box);
        else if (box.type === "trak" && !(await isShown(box))) {
          await forgetSamples(box);
          await empty(file, box);
        } else if (kept[box.type]) await walk(box.type, box.body, box.end);
        else await tidy(file, box);
      }
    };
    const find = async (box: Box | undefined, type: string) =>
      box && (await boxes(box.body, box.end)).find((inner) => inner.type === type);
    const isShown = async (track: Box) => {
      const handler = await find(await find(track, "mdia"), "hdlr");
      return handler !== undefined && shownTracks.includes((await file.read(handler.body + 8, 4)).toString("latin1"));
    };
    /** The samples of a track lie among those of the others. */
    const forgetSamples = async (track: Box) => {
      const table = await find(await find(await find(track, "mdia"), "minf"), "stbl");
      const chunks = (await find(table, "stco")) ?? (await find(table, "co64"));
      const [sizes, runs] = [await find(table, "stsz"), await find(table, "stsc")];
      if (!chunks || !sizes || !runs) return;
      const number = async (at: number) => (await file.read(at, 4)).readUInt32BE(0);
      const wide = chunks.type === "co64";
      const count = await number(chunks.body + 4);
      const [same, samples] = [await number(sizes.body + 4), await number(sizes.body + 8)];
      const runCount = await number(runs.body + 4);
      if (count + samples + runCount > mostBoxes) throw refused();
      let [run, sample] = [0, 0];
      for (let chunk = 1; chunk <= count; chunk++) {
        while (run + 1 < runCount && (await number(runs.body + 8 + 12 * (run + 1))) <= chunk) run++;
        const at = chunks.body + 8 + (wide ? 8 : 4) * (chunk - 1);
        const from = wide ? Number((await file.read(at, 8)).readBigUInt64BE(0)) : await number(at);
        let length = 0;
        for (let left = await number(runs.body + 8 + 12 * run + 4); left > 0 && sample < samples; left--, sample++) {
          length += same === 0 ? await number(sizes.body + 12 + 4 * sample) : same;
        }
        if (from > file.size || length > file.size) throw refused();
        await file.blank(from, Math.min(from + length, file.size));
      }
    };
    try {
      await walk("", 0, file.size);
    } catch (error) {
      // A number that the file promises is not there.
      if (error instanceof RangeError) throw refused();
      throw error;
    }
  });
}

const refused = () => new ChatError("unprocessable", "The recording is broken. Save it anew and send that.");

/** What is no box is taken for one to the end of what it lies in. */
async function boxAt(file: FileWindow, start: number, to: number): Promise<Box> {
  const head = await file.read(start, 16);
  if (to - start < 8) return { type: "", start, body: start, end: to };
  const size = head.readUInt32BE(0);
  const type = head.toString("latin1", 4, 8);
  const long = size === 1 && to - start >= 16;
  const end = start + (long ? Number(head.readBigUInt64BE(8)) : size === 0 ? to - start : size);
  const body = start + (long ? 16 : 8);
  if (end < body) return { type: "", start, body: start + 8, end: to };
  return { type, start, body, end: Math.min(end, to) };
}

/** Its length stays, so that all that follows stays where it is. */
async function empty(file: FileWindow, { type, start, body, end }: Box): Promise<void> {
  if (type === "cmov") throw refused();
  await file.blank(body, end);
  if (end - start < 8) return;
  const head = Buffer.from("\0\0\0\0free", "latin1");
  if (body - start === 16) head.writeUInt32BE(1);
  else head.writeUInt32BE(end - start);
  await file.write(start, head);
}

/** Inside what stays: when it was taken, and who made the encoder. */
async function tidy(file: FileWindow, { type, body, end }: Box): Promise<void> {
  if (["mvhd", "tkhd", "mdhd"].includes(type)) {
    const version = (await file.read(body, 1))[0];
    await file.blank(body + 4, Math.min(end, body + (version === 1 ? 20 : 12)));
  } else if (type === "hdlr") {
    await file.blank(body + 12, end);
  } else if (type === "stsd") {
    const entry = body + 8;
    // Only those of pictures have names there; of the others these bytes mean something else.
    const form = (await file.read(entry + 4, 4)).toString("latin1");
    if (!/^(avc[1-4]|hvc1|hev1|dvh[1e]|mp4v|vp0[89]|av01|jpeg|ap[a-z0-9]{2})$/.test(form) || entry + 82 > end) return;
    await file.blank(entry + 20, entry + 24);
    await file.blank(entry + 50, entry + 82);
  }
}
