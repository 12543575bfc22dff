import { copyFile } from "node:fs/promises";
import { exiftool } from "exiftool-vendored";

/** Where and with what: what nobody shall read out of a file that a colleague has sent. */
const telltale = /gps|location|coordinates|latitude|longitude|:make|:model|serial|lens|software|artist|owner|creator/i;

/**
 * What exiftool finds of that in a file, in each group and in the streams inside. The program comes with the development
 * dependencies and needs perl: where there is none the test fails and says so.
 */
export async function telltalesIn(path: string): Promise<string[]> {
  const told: object = await exiftool.readRaw(path, { readArgs: ["-G1", "-a", "-ee", "-json"] });
  return Object.keys(told).filter((name) => telltale.test(name));
}

/** A copy of a file that tells where and with what it was made, in every place that its format has for it. */
export async function withTelltales(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const films = ["UserData", "Keys", "ItemList"].map((group) => `-${group}:GPSCoordinates=52.5, 13.4, 30`);
  const makers = ["UserData", "Keys", "XMP"].map((group) => `-${group}:Make=Phone`);
  const pictures = ["-GPSLatitude=52.5", "-GPSLatitudeRef=N", "-GPSLongitude=13.4", "-GPSLongitudeRef=E"];
  const isFilm = /\.(mp4|mov|m4a)$/.test(to);
  const xmp = ["-XMP:GPSLatitude=52.5", "-XMP:GPSLongitude=13.4", "-XMP:City=Berlin"];
  await exiftool.write(to, {}, [
    "-overwrite_original",
    ...xmp,
    ...(isFilm ? [...films, ...makers] : [...pictures, "-EXIF:Make=Phone", "-EXIF:Model=X", "-EXIF:Software=Y"]),
  ]);
}

export const endExifTool = () => exiftool.end();
