import type { DeviceDatabase } from "@/lib/client/device-database";
import { filesDatabase, type KeptFile, type KeptParcel } from "@/lib/client/kept-files";
import { parcels } from "@/lib/client/parcels";
import { pairs, type PickedFile, pickedFiles } from "@/lib/client/picked-files";

const tab = crypto.randomUUID();
const lockOf = (of: string) => `aristay.files.${of}`;
/** The server forgets what was uploaded and not sent after a day. */
const sentAnew = 20 * 3_600_000;

/** As they were last written, to write only what has changed. */
const files = new Map<string, string>();
const waiting = new Set<string>();

/** Held as long as this tab lives: what it has picked is no other's to bring back. */
if (typeof navigator !== "undefined" && "locks" in navigator)
  void navigator.locks.request(lockOf(tab), () => new Promise(() => undefined));

function keep(): void {
  const database = filesDatabase.get();
  if (!database) return;
  // A device that is full, or wiped meanwhile, keeps nothing; the tab still has it.
  void Promise.all([...changesOfFiles(database), ...changesOfParcels(database)]).catch(() => undefined);
}

function changesOfFiles(database: DeviceDatabase): Promise<unknown>[] {
  const all = pickedFiles.get();
  const writes: Promise<unknown>[] = [];
  for (const [order, one] of all.entries()) {
    const facts = factsOf(one, order);
    const text = JSON.stringify(facts);
    const known = files.get(one.id);
    if (known === text) continue;
    files.set(one.id, text);
    if (known === undefined) writes.push(database.put("bytes", { id: one.id, file: one.file }));
    writes.push(database.put("picked", facts));
  }
  const here = new Set(all.map(({ id }) => id));
  for (const id of files.keys()) {
    if (here.has(id)) continue;
    files.delete(id);
    writes.push(database.delete("picked", id), database.delete("bytes", id));
  }
  return writes;
}

function changesOfParcels(database: DeviceDatabase): Promise<unknown>[] {
  const all = parcels.get();
  const writes: Promise<unknown>[] = [];
  for (const parcel of all) {
    if (waiting.has(parcel.client_id)) continue;
    waiting.add(parcel.client_id);
    writes.push(database.put("parcels", { ...parcel, tab }));
  }
  for (const id of waiting) {
    if (all.some((parcel) => parcel.client_id === id)) continue;
    waiting.delete(id);
    writes.push(database.delete("parcels", id));
  }
  return writes;
}

function factsOf(
  { id, shelf, parcel, name, picture, voice, at, attachment, state, picked_at }: PickedFile,
  order: number,
) {
  const paused = state === "paused";
  const paired = pairs.get().includes(shelf);
  return {
    id,
    shelf,
    parcel,
    name,
    picture,
    voice,
    at,
    attachment,
    tab,
    order,
    paused,
    paired,
    picked_at,
  } satisfies KeptFile;
}

/** Takes over what no living tab has, and what the others leave when they go. Two tabs do it one after the other. */
export async function restoreFiles(database: DeviceDatabase): Promise<void> {
  const [{ goOn }] = await Promise.all([import("@/lib/client/upload-files"), import("@/lib/client/send-parcel")]);
  if (!("locks" in navigator)) {
    await takeOver(database, () => true);
    return goOn();
  }
  const { locks } = navigator;
  const claim = (gone?: string) =>
    locks.request("aristay.files", async () => {
      const alive = new Set((await locks.query()).held?.map(({ name }) => name));
      const left = await takeOver(database, (of) => of === gone || !alive.has(lockOf(of)));
      goOn();
      return left;
    });
  for (const other of await claim()) void locks.request(lockOf(other), () => claim(other)).catch(() => undefined);
}

/** Brings back the files and messages of those tabs; gives the tabs whose it left. */
async function takeOver(database: DeviceDatabase, isFree: (of: string) => boolean): Promise<Set<string>> {
  const back: PickedFile[] = [];
  const left = new Set<string>();
  for (const one of (await database.getAll("picked")).sort((a, b) => a.order - b.order)) {
    if (one.tab === tab) continue;
    if (!isFree(one.tab)) {
      left.add(one.tab);
      continue;
    }
    const file = (await database.get("bytes", one.id))?.file;
    if (!file) {
      await database.delete("picked", one.id);
      continue;
    }
    // Its bytes are there already; that it is this tab's now is not.
    files.set(one.id, "");
    back.push(pickedAgain(one, file));
    if (one.paired) pairs.set((all) => (all.includes(one.shelf) ? all : [...all, one.shelf]));
  }
  const messages = (await database.getAll("parcels")).filter((one) => one.tab !== tab && isFree(one.tab));
  parcels.set((all) => [...all, ...messages.map(({ tab: _tab, ...parcel }: KeptParcel) => parcel)]);
  pickedFiles.set((all) => [...back, ...all]);
  return left;
}

function pickedAgain({ tab: _tab, order: _order, paused, paired: _paired, ...kept }: KeptFile, file: File): PickedFile {
  const stale = kept.attachment !== null && Date.now() - kept.picked_at > sentAnew;
  const attachment = stale ? null : kept.attachment;
  return {
    ...kept,
    file,
    size: file.size,
    url: /^image\/(jpeg|png|gif|webp|avif)$/.test(file.type) ? URL.createObjectURL(file) : null,
    at: stale ? null : kept.at,
    attachment,
    state: attachment ? "done" : paused ? "paused" : "waiting",
    sent: attachment ? file.size : 0,
    error: null,
  };
}

for (const store of [pickedFiles, parcels, pairs, filesDatabase]) store.subscribe(keep);
keep();
