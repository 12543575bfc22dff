import type { UploadLimits } from "@/lib/contract/operations/attachments";
import { api } from "@/lib/client/api";
import { ApiError } from "@/lib/client/api-error";
import { type PickedFile, pickedFiles, type VoiceFacts } from "@/lib/client/picked-files";
import type { RunningUpload } from "@/lib/client/tus-upload";

/** A bad line is not better shared by ten. */
const atOnce = 2;
const finishTries = 6;

const sources = new Map<string, { file: File; voice: VoiceFacts | null; upload?: RunningUpload }>();
let limits: Promise<UploadLimits> | undefined;

function change(id: string, next: Partial<PickedFile>): void {
  pickedFiles.set((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
}

/** The limits are asked once a page; without a line, the server says them when the line is back. */
const knownLimits = () =>
  (limits ??= api.uploadLimits()).catch(() => {
    limits = undefined;
    return undefined;
  });

export type Unfit = { name: string; reason: "tooMany" | "too_large" | "unsupported_media_type" | "empty" };

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
    else if (known && mine.length >= known.max_files_per_message) refuse("tooMany");
    else if (known && ending && !known.extensions.includes(ending)) refuse("unsupported_media_type");
    else take(shelf, file, voice);
  }
  run();
  return unfit;
}

function take(shelf: string, file: File, voice: VoiceFacts | null): void {
  const id = crypto.randomUUID();
  sources.set(id, { file, voice });
  const picture = /^image\/(jpeg|png|gif|webp|avif)$/.test(file.type);
  pickedFiles.set((all) => [
    ...all,
    {
      id,
      shelf,
      parcel: null,
      name: file.name,
      size: file.size,
      url: picture ? URL.createObjectURL(file) : null,
      state: "waiting",
      sent: 0,
      error: null,
      attachment: null,
    },
  ]);
}

function run(): void {
  const all = pickedFiles.get();
  const free = atOnce - all.filter((one) => one.state === "going").length;
  for (const one of all.filter(({ state }) => state === "waiting").slice(0, Math.max(0, free))) void go(one);
}

async function go({ id }: PickedFile): Promise<void> {
  const source = sources.get(id);
  if (!source) return;
  change(id, { state: "going", error: null });
  if (source.upload) return source.upload.resume();
  const { tusUpload } = await import("@/lib/client/tus-upload");
  if (!sources.has(id)) return;
  source.upload = tusUpload(source.file, source.file.name, {
    onProgress: (sent) => change(id, { sent }),
    onDone: (upload) => void finish(id, upload, source.voice),
    onFail: (error) => fail(id, error),
  });
}

/** The answer to the last call may be what the line loses: asking again is harmless. */
async function finish(id: string, upload: string, voice: VoiceFacts | null): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      const attachment = await api.finishUpload(upload, voice ? { kind: "voice", ...voice } : {});
      change(id, { state: "done", sent: sources.get(id)?.file.size ?? 0, attachment });
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
  change(id, { state: "failed", error: error.code });
  const source = sources.get(id);
  // What the server refused it does not keep: another try sends it anew.
  if (source && error.status >= 400 && error.status < 500) delete source.upload;
  run();
}

export function pauseFile(id: string): void {
  sources.get(id)?.upload?.pause();
  change(id, { state: "paused" });
  run();
}

export function resumeFile(id: string): void {
  change(id, { state: "waiting" });
  run();
}

export function dropFile(id: string): void {
  const one = pickedFiles.get().find((file) => file.id === id);
  if (one && one.state !== "done") sources.get(id)?.upload?.cancel();
  if (one?.url) URL.revokeObjectURL(one.url);
  sources.delete(id);
  pickedFiles.set((all) => all.filter((file) => file.id !== id));
  run();
}

/** Hands the files of a composer to its message. */
export function packFiles(shelf: string, parcel: string): void {
  pickedFiles.set((all) => all.map((one) => (one.shelf === shelf && one.parcel === null ? { ...one, parcel } : one)));
}

if (typeof window !== "undefined") {
  window.addEventListener("online", () => {
    for (const { id, state, error } of pickedFiles.get()) if (state === "failed" && error === "offline") resumeFile(id);
  });
}
