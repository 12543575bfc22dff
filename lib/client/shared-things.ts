/** Where the worker leaves what another app has shared, until a room is chosen for it. */
const SHARED = "aristay-shared";
const FACTS = "/shared/facts";

export type SharedThings = { text: string; files: File[] };

/** Called in the worker: takes what comes with the form of the manifest's `share_target`. */
export async function keepShared(form: FormData): Promise<void> {
  const texts = ["title", "text", "url"].flatMap((name) => form.get(name) ?? []);
  const text = texts.filter((part): part is string => typeof part === "string" && part !== "").join("\n");
  const files = form.getAll("files").filter((file): file is File => file instanceof File);
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  const names = files.map(({ name, type }) => ({ name, type }));
  await cache.put(FACTS, Response.json({ text, names }));
  await Promise.all(files.map((file, place) => cache.put(`/shared/${place}`, new Response(file))));
}

/** What was shared last, once: it is not kept any longer then. */
export async function takeShared(): Promise<SharedThings | null> {
  const cache = await caches.open(SHARED);
  const facts = await cache.match(FACTS);
  if (!facts) return null;
  const { text, names } = (await facts.json()) as { text: string; names: { name: string; type: string }[] };
  const files = await Promise.all(
    names.map(async ({ name, type }, place) => {
      const kept = await cache.match(`/shared/${place}`);
      return new File(kept ? [await kept.blob()] : [], name, { type });
    }),
  );
  await dropShared();
  return { text, files };
}

/** Rejects where there are no caches: over plain http. */
export async function dropShared(): Promise<void> {
  await caches.delete(SHARED);
}
