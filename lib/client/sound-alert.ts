import { alertChoice } from "@/lib/client/alert-choices";

let context: AudioContext | undefined;
const quietFor = 2_000;
let last = -quietFor;

/**
 * Two short tones and a tremble, as far as chosen on this device. However much comes at once, it is one. Before anybody
 * has touched the page a browser allows neither, and complains of whoever tries.
 */
export function soundAlert(): void {
  if (!navigator.userActivation?.hasBeenActive || performance.now() - last < quietFor) return;
  last = performance.now();
  if (alertChoice("vibration")) navigator.vibrate?.(80);
  if (alertChoice("sound")) void ring().catch(() => undefined);
}

async function ring(): Promise<void> {
  context ??= new AudioContext();
  await context.resume();
  for (const [index, pitch] of [660, 880].entries()) {
    const from = context.currentTime + index * 0.12;
    const tone = new OscillatorNode(context, { frequency: pitch });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.12, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.25);
    tone.connect(loudness).connect(context.destination);
    tone.start(from);
    tone.stop(from + 0.26);
  }
}
