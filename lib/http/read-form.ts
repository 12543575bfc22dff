import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { ChatError } from "@/lib/contract/errors";
import { maxFileBytes } from "@/lib/contract/operations/attachments";
import type { Upload } from "@/lib/domain/attachments/upload";
import { temporaryFile } from "@/lib/storage/temporary-files";

export type SentForm = {
  fields: Record<string, string>;
  upload: Upload | null;
  /** Removes the temporary file, if it is still there. */
  discard(): Promise<void>;
};

/** 10,000 characters in their longest form, and some. */
const maxFieldBytes = 64 * 1024;

export const isForm = (request: Request) =>
  /^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? "");

/**
 * A multipart body, read as a stream: its one file goes to a temporary file while it is counted and hashed. A file over
 * the limit is read to its end and thrown away, so that the client gets to hear why.
 * Refuses with `too_large` or `invalid_input`, and leaves nothing behind then.
 */
export async function readForm(request: Request, fileField: string): Promise<SentForm> {
  const form = new FormReader(fileField);
  try {
    await form.read(request);
    return { fields: form.fields(), upload: await form.upload(), discard: () => form.discard() };
  } catch (error) {
    await form.discard();
    throw error;
  }
}

class FormReader {
  readonly #faults = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #written: Promise<Upload>[] = [];
  readonly #paths: string[] = [];
  readonly #abort = new AbortController();
  readonly #streams: BusboyFileStream[] = [];
  #fault: Error | undefined;
  #tooLarge = false;

  constructor(readonly fileField: string) {}

  async read(request: Request): Promise<void> {
    if (!request.body) throw malformed();
    const body = Readable.fromWeb(request.body as NodeWebStream<Uint8Array>);
    try {
      await pipeline(body, this.#parser(request.headers.get("content-type") ?? ""), { signal: this.#abort.signal });
    } catch (error) {
      // What went wrong while writing counts before what that did to the reading.
      if (this.#fault !== undefined) throw this.#fault;
      if (error instanceof ChatError) throw error;
      if (error instanceof Error && error.name === "BodyTooLargeError") throw error;
      throw malformed();
    } finally {
      // A file whose form broke off would wait for the rest of it for ever.
      for (const stream of this.#streams) if (!stream.readableEnded) stream.destroy();
    }
  }

  fields(): Record<string, string> {
    if (this.#tooLarge) throw new ChatError("too_large", "A file may have at most 25 MB.");
    if (this.#faults.size > 0) {
      const fields = Object.fromEntries([...this.#faults].map(([name, reason]) => [name, [reason]]));
      throw new ChatError("invalid_input", "The input is not valid.", { fields });
    }
    return Object.fromEntries(this.#values);
  }

  /** A form of a browser whose file was not chosen sends one without name and content. */
  async upload(): Promise<Upload | null> {
    const [upload] = await Promise.all(this.#written);
    return upload && (upload.size > 0 || upload.name !== "") ? upload : null;
  }

  async discard(): Promise<void> {
    await Promise.allSettled(this.#written);
    await Promise.all(this.#paths.map((path) => rm(path, { force: true })));
  }

  #parser(contentType: string) {
    let parser;
    try {
      parser = new Busboy({
        headers: { "content-type": contentType },
        limits: { fileSize: maxFileBytes, fieldSize: maxFieldBytes, fields: 30, files: 2, parts: 40, headerPairs: 20 },
      });
    } catch {
      throw malformed();
    }
    parser.on("field", (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) this.#faults.set(name, "It is too long.");
      else if (this.#values.has(name)) this.#faults.set(name, "Give it once.");
      else this.#values.set(name, value);
    });
    // The parser also tells of a form that broke off when nobody waits for it any more.
    parser.on("error", () => undefined);
    parser.on("file", (name, stream, fileName, _encoding, declaredType) => {
      stream.on("error", () => undefined);
      if (name !== this.fileField) this.#faults.set(name, "There is no such field.");
      else if (this.#written.length > 0) this.#faults.set(name, "Send one file.");
      else {
        const writing = this.#write(stream, fileName, declaredType);
        this.#written.push(writing);
        // It is awaited once the form has been read: until then somebody must hold its failure.
        this.#streams.push(stream);
        writing.catch((error: unknown) => {
          this.#fault ??= error instanceof Error ? error : new Error(String(error));
          this.#abort.abort(error);
        });
        return;
      }
      stream.resume();
    });
    for (const limit of ["filesLimit", "fieldsLimit", "partsLimit"] as const) {
      parser.on(limit, () => this.#faults.set("body", "It has too many parts."));
    }
    return parser;
  }

  async #write(stream: BusboyFileStream, name: string | undefined, declaredType: string): Promise<Upload> {
    let size = 0;
    const sum = createHash("sha256");
    stream.once("limit", () => (this.#tooLarge = true));
    // Bytes that come before the path is known wait in the stream.
    const path = await temporaryFile();
    this.#paths.push(path);
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          sum.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    );
    return { path, size, sha256: sum.digest("hex"), name: name ?? "", declaredType };
  }
}

const malformed = () => new ChatError("invalid_input", "The form is not whole, or no form at all.");
