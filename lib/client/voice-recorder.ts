export type Recording = { file: File; duration_ms: number; waveform: number[] };

/** Chrome and Firefox write WebM, Safari MP4: each is stored as it was recorded. */
const forms = [
  { type: "audio/webm;codecs=opus", ending: "webm" },
  { type: "audio/mp4", ending: "m4a" },
  { type: "audio/ogg;codecs=opus", ending: "ogg" },
];
const longest = 5 * 60_000;
const bars = 64;

type Heard = { onLevel: (level: number, ms: number) => void; onLimit: () => void };

/** A recording that is being made. Refuses as `getUserMedia` does, when the person or the browser says no. */
export class VoiceRecorder {
  readonly #levels: number[] = [];
  readonly #chunks: Blob[] = [];
  readonly #began = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;

  private constructor(
    private readonly stream: MediaStream,
    private readonly context: AudioContext,
    private readonly recorder: MediaRecorder,
    { onLevel, onLimit }: Heard,
  ) {
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    recorder.addEventListener("dataavailable", ({ data }) => this.#chunks.push(data));
    recorder.start(1000);
    this.#timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      // How far the sound swings round its middle; speech rarely uses more than half of it.
      const swing = samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
      const level = Math.min(255, swing * 4);
      this.#levels.push(level);
      const ms = performance.now() - this.#began;
      onLevel(level, ms);
      if (ms >= longest) onLimit();
    }, 80);
  }

  static async start(heard: Heard): Promise<VoiceRecorder> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const form = forms.find(({ type }) => MediaRecorder.isTypeSupported(type));
    const recorder = new MediaRecorder(stream, form ? { mimeType: form.type } : {});
    return new VoiceRecorder(stream, new AudioContext(), recorder, heard);
  }

  async stop(): Promise<Recording> {
    const duration_ms = Math.min(longest, Math.round(performance.now() - this.#began));
    const { mimeType } = this.recorder;
    await new Promise<void>((resolve) => {
      this.recorder.addEventListener("stop", () => resolve(), { once: true });
      this.recorder.stop();
    });
    this.#release();
    const type = mimeType.split(";")[0] ?? "audio/webm";
    const ending = forms.find((form) => form.type.startsWith(type))?.ending ?? "webm";
    return { file: new File(this.#chunks, `voice.${ending}`, { type }), duration_ms, waveform: this.#waveform() };
  }

  cancel(): void {
    if (this.recorder.state !== "inactive") this.recorder.stop();
    this.#release();
  }

  #release(): void {
    clearInterval(this.#timer);
    for (const track of this.stream.getTracks()) track.stop();
    void this.context.close();
  }

  #waveform(): number[] {
    const count = Math.min(bars, this.#levels.length);
    return Array.from({ length: count }, (_, i) => {
      const part = this.#levels.slice(
        Math.floor((i * this.#levels.length) / count),
        Math.floor(((i + 1) * this.#levels.length) / count),
      );
      return Math.max(0, ...part);
    });
  }
}
