/** A file as it came in: its bytes in a temporary file that belongs to the request. */
export type Upload = {
  path: string;
  size: number;
  /** Hex, of the bytes as they were sent: what a retry is recognised by. */
  sha256: string;
  /** As the client named and typed it: neither is believed. */
  name: string;
  declaredType: string;
};

/** What the client says about a recording. */
export type VoiceFacts = { voice: boolean; duration_ms?: number | undefined; waveform?: number[] | undefined };
