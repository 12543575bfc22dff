import { DetailedError, Upload } from "tus-js-client";
import { ApiError, type ApiErrorCode } from "@/lib/client/api-error";

type Heard = {
  onPlace: (at: string) => void;
  onProgress: (bytes: number) => void;
  onDone: (id: string) => void;
  onFail: (error: ApiError) => void;
};

export type RunningUpload = { pause: () => void; resume: () => void; cancel: () => void };

/** Brings the bytes of a file to the server in as many tries as the line needs; nothing that arrived is sent again. */
export function tusUpload(
  file: File,
  { name, at }: { name: string; at: string | null },
  { onPlace, onProgress, onDone, onFail }: Heard,
): RunningUpload {
  const upload = new Upload(file, {
    endpoint: `${location.origin}/api/chat/uploads/`,
    metadata: { filename: name, filetype: file.type },
    retryDelays: [0, 1000, 2000, 4000, 8000, 15_000, 30_000],
    // Where it was begun is kept with the file; what the server has forgotten since begins anew.
    storeFingerprintForResuming: false,
    uploadUrl: at,
    onUploadUrlAvailable: () => upload.url !== null && onPlace(upload.url),
    onProgress: (bytes) => onProgress(bytes),
    onSuccess: () => onDone(upload.url?.split("/").findLast((part) => part !== "") ?? ""),
    onError: (error) => onFail(refusalOf(error)),
  });
  upload.start();
  return {
    pause: () => void upload.abort(),
    resume: () => upload.start(),
    // What cannot be told to the server now, it sweeps by itself.
    cancel: () => void upload.abort(true).catch(() => undefined),
  };
}

function refusalOf(error: Error | DetailedError): ApiError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (!response) return new ApiError(0, "offline", "offline");
  try {
    const { code } = JSON.parse(response.getBody()) as { code?: ApiErrorCode };
    return new ApiError(response.getStatus(), code ?? "unknown", "");
  } catch {
    return new ApiError(response.getStatus(), "unknown", "");
  }
}
