import type { FileType } from "./file-types";
import { stripMovie } from "./strip-movie";
import { stripWebm } from "./strip-webm";

/** Takes where it was made, when and with what out of a film or a recording, in place; of other files nothing. */
export async function stripRecording(path: string, { contentType }: FileType): Promise<void> {
  const form = contentType.replace(/^(audio|video)\//, "");
  if (form === "mp4" || form === "quicktime") await stripMovie(path);
  else if (form === "webm") await stripWebm(path);
}
