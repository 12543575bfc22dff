import { leaveDevice, personHere } from "@/lib/client/device-person";
import { flushOutbox, outbox, rereadOutbox } from "@/lib/client/outbox";
import { isMessage } from "@/lib/client/outbox-changes";
import type { OutboxEntry } from "@/lib/client/outbox-entry";
import { forgetLanguage, markLocked, noteLocking } from "@/lib/client/shared-device";
import { signOut } from "@/lib/client/sign-in";
import { endSubscription } from "@/lib/client/web-push";

/** What would be lost: how far somebody has read is no loss, and what was refused will not be sent any more. */
export const unsent = (entries: readonly OutboxEntry[]): number =>
  entries.filter((entry) => entry.kind !== "read" && entry.state === "waiting").length;

export const unsentMessages = (entries: readonly OutboxEntry[]): number =>
  entries.filter((entry) => isMessage(entry) && entry.state === "waiting").length;

/** When all that was written here has left, or `given` up. */
async function allSent(given: AbortSignal): Promise<void> {
  // A page that locks as it opens does not know yet what lies on the device.
  await rereadOutbox();
  return new Promise((resolve) => {
    const look = () => {
      if (unsent(outbox.get()) > 0 && !given.aborted) return;
      stop();
      given.removeEventListener("abort", look);
      resolve();
    };
    const stop = outbox.subscribe(look);
    given.addEventListener("abort", look);
    flushOutbox();
    look();
  });
}

/**
 * Ends the session at a shared device and leaves nothing of its person: first what they wrote is sent, or given up by
 * `discard`; then everything that was kept goes.
 */
export async function lockDevice(discard: AbortSignal): Promise<void> {
  noteLocking();
  await allSent(discard);
  try {
    await signOut();
  } catch {
    markLocked();
    await leaveDevice();
  }
  forgetLanguage();
  window.location.replace("/sign-in");
}

/**
 * The session at a shared device was ended from elsewhere: nothing can be sent in its person's name, and nothing of them
 * stays. Whoever has come in meanwhile, in another tab, is left alone.
 */
export async function leaveSharedDevice(person: number): Promise<void> {
  if ([null, person].includes(personHere())) {
    await endSubscription().catch(() => undefined);
    await leaveDevice();
    forgetLanguage();
  }
  window.location.replace("/sign-in");
}
