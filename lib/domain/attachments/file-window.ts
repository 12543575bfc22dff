import { type FileHandle, open } from "node:fs/promises";

const width = 64 * 1024;
const zeros = Buffer.alloc(width);

/** A file that is read and changed in places, never whole in memory. */
export class FileWindow {
  private held = Buffer.alloc(0);
  private heldAt = 0;

  private constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  static async over<T>(path: string, work: (file: FileWindow) => Promise<T>): Promise<T> {
    const handle = await open(path, "r+");
    try {
      return await work(new FileWindow(handle, (await handle.stat()).size));
    } finally {
      await handle.close();
    }
  }

  /** As many bytes as there are, at most a window's width. */
  async read(at: number, length: number): Promise<Buffer> {
    const inside = at >= this.heldAt && Math.min(at + length, this.size) <= this.heldAt + this.held.length;
    if (!inside) {
      const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(width), 0, width, at);
      this.held = buffer.subarray(0, bytesRead);
      this.heldAt = at;
    }
    return this.held.subarray(at - this.heldAt, at - this.heldAt + length);
  }

  async write(at: number, bytes: Uint8Array): Promise<void> {
    await this.handle.write(bytes, 0, bytes.length, at);
    this.held = Buffer.alloc(0);
  }

  async blank(from: number, to: number): Promise<void> {
    for (let at = from; at < to; at += width) await this.write(at, zeros.subarray(0, Math.min(width, to - at)));
  }
}
