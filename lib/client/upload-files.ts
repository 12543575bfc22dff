import "@/lib/client/keep-files";
import type { UploadLimits } from "@/lib/contract/operations/attachments";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { pairs, type PickedFile, pickedFiles, type VoiceFacts } from "@/lib/client/picked-files";
import type { RunningUpload } from "@/lib/client/tus-upload";

/** A bad line is not better shared by ten. */
const atOnce = 2;
const finishTries = 6;
const limitsHold = 60_000;

const uploads = new Map<string, RunningUpload>();
let limits: Promise<UploadLimits | undefined> = Promise.resolve(undefined);
let askedAt = 0;

function change(id: string, next: Partial<PickedFile>): void {
  pickedFiles.set((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
}

/** What is left of the day changes; without a line, the server says the limits when the line is back. */
function knownLimits(): Promise<UploadLimits | undefined> {
  if (Date.now() - askedAt > limitsHold) {
    askedAt = Date.now();
    limits = api.uploadLimits().catch(() => {
      askedAt = 0;
      return undefined;
    });
  }
  return limits;
}

/** Bytes that the server does not count yet. */
const pending = () => pickedFiles.get().reduce((sum, one) => sum + (one.state === "done" ? 0 : one.size), 0);

export type Unfit = { name: string; reason: "tooMany" | "too_large" | "unsupported_media_type" | "empty" | "day" };

/** Takes files for the message that is being written; what can be known to be refused is given back at once. */
export async function pickFiles(shelf: string, files: File[], voice: VoiceFacts | null = null): Promise<Unfit[]> {
  const known = await knownLimits();
  const unfit: Unfit[] = [];
  for (const file of files) {
    const mine = pickedFiles.get().filter((one) => one.shelf === shelf && one.parcel === null);
    const ending = /\.([a-z0-9]{1,10})$/i.exec(file.name)?.[1]?.toLowerCase();
    const refuse = (reason: Unfit["reason"]) => unfit.push({ name: file.name, reason });
    if (file.size === 0) refuse("empty");
    else if (known && file.size > known.max_file_bytes) refuse("too_large");
    else if (known && file.size + pending() > known.daily_bytes_left) refuse("day");
    else if (known && mine.length >= known.max_files_per_message) refuse("tooMany");
    else if (known && ending && !known.extensions.includes(ending)) refuse("unsupported_media_type");
    else take(shelf, file, voice);
  }
  run();
  return unfit;
}

function take(shelf: string, file: File, voice: VoiceFacts | null): void {
  const id = crypto.randomUUID();
  const shown = /^image\/(jpeg|png|gif|webp|avif)$/.test(file.type);
  pickedFiles.set((all) => [
    ...all,
    {
      id,
      shelf,
      parcel: null,
      name: file.name,
      file,
      voice,
      at: null,
      size: file.size,
      picked_at: Date.now(),
      picture: shown || /\.(heic|heif)$/i.test(file.name),
      url: shown ? URL.createObjectURL(file) : null,
      state: "waiting",
      sent: 0,
      error: null,
      attachment: null,
    },
  ]);
}

/** Sends what waits, as far as the line is free. */
export const goOn = run;

function run(): void {
  const all = pickedFiles.get();
  const free = atOnce - all.filter((one) => one.state === "going").length;
  for (const one of all.filter(({ state }) => state === "waiting").slice(0, Math.max(0, free))) void go(one);
}

async function go({ id, file, voice, name, at }: PickedFile): Promise<void> {
  change(id, { state: "going", error: null });
  const upload = uploads.get(id);
  if (upload) return upload.resume();
  const { tusUpload } = await import("@/lib/client/tus-upload");
  // It was taken away, or stopped, before it began.
  if (pickedFiles.get().find((one) => one.id === id)?.state !== "going") return;
  const heard = {
    onPlace: (place: string) => change(id, { at: place }),
    onProgress: (sent: number) => change(id, { sent }),
    onDone: (done: string) => void finish(id, done, voice),
    onFail: (error: ApiError) => fail(id, error),
  };
  uploads.set(id, tusUpload(file, { name, at }, heard));
}

/** The answer to the last call may be what the line loses: asking again is harmless. */
async function finish(id: string, upload: string, voice: VoiceFacts | null): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      const attachment = await api.finishUpload(upload, voice ? { kind: "voice", ...voice } : {});
      pickedFiles.set((all) =>
        all.map((one) => (one.id === id ? { ...one, state: "done", sent: one.size, attachment } : one)),
      );
      return run();
    } catch (error) {
      const refusal = error instanceof ApiError ? error : new ApiError(0, "unknown", "");
      const final = refusal.status >= 400 && refusal.status < 500;
      if (final || tried === finishTries) return fail(id, refusal);
      await new Promise((resolve) => setTimeout(resolve, tried * 1000));
    }
  }
}

function fail(id: string, error: ApiError): void {
  // What the server refused it does not keep: another try sends it anew.
  const refused = error.status >= 400 && error.status < 500;
  if (refused) uploads.delete(id);
  change(id, { state: "failed", error: error.code, ...(refused && { at: null }) });
  run();
}

export function pauseFile(id: string): void {
  uploads.get(id)?.pause();
  change(id, { state: "paused" });
  run();
}

export function resumeFile(id: string): void {
  change(id, { state: "waiting" });
  run();
}

export function dropFile(id: string): void {
  const one = pickedFiles.get().find((file) => file.id === id);
  if (one && one.state !== "done") uploads.get(id)?.cancel();
  if (one?.url) URL.revokeObjectURL(one.url);
  uploads.delete(id);
  pickedFiles.set((all) => all.filter((file) => file.id !== id));
  run();
}

/** The first of two pictures becomes the second. */
export function swapFiles(shelf: string): void {
  pickedFiles.set((all) => {
    const mine = all.filter((one) => one.shelf === shelf && one.parcel === null).reverse();
    return all.map((one) => (one.shelf === shelf && one.parcel === null ? (mine.shift() ?? one) : one));
  });
}

/** Hands the files of a composer to its message. */
export function packFiles(shelf: string, parcel: string): void {
  pairs.set((all) => all.filter((one) => one !== shelf));
  pickedFiles.set((all) => all.map((one) => (one.shelf === shelf && one.parcel === null ? { ...one, parcel } : one)));
}

if (typeof window !== "undefined") {
  window.addEventListener("online", () => {
    for (const { id, state, error } of pickedFiles.get()) if (state === "failed" && error === "offline") resumeFile(id);
  });
}
