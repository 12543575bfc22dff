import { processBeside } from "./process-beside";

export type PictureJob = {
  source: string;
  heic: boolean;
  animated: boolean;
  format: "jpeg" | "png" | "gif" | "webp";
  /** Where the three pictures are to be written. */
  whole: string;
  preview: string;
  thumbnail: string;
};

export type PictureFacts = {
  size: number;
  width: number;
  height: number;
  /** Null where the whole is no larger than a preview would be. */
  previewSize: number | null;
  thumbnailSize: number;
  placeholder: string | null;
};

/** Works on one picture after the other. Rejects what is broken, too large or too slow. */
export const workOnPicture = processBeside<PictureJob, PictureFacts>("picture-process.mjs", {
  longest: 30_000,
  patience: Infinity,
});
