import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A new folder that every user may enter: as root, the database runs as somebody else and its files would lie elsewhere. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "aristay-test-"));
  await chmod(folder, 0o755);
  return folder;
}
