import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { s3ClientConfig, type S3Settings } from "./s3-client-config";
import type { Storage } from "./storage";

/** Any storage that speaks S3. Objects appear under their key whole, or not at all: that is S3's own promise. */
export function s3Storage(settings: S3Settings): Storage {
  const Bucket = settings.S3_BUCKET;
  let loading: ReturnType<typeof load> | undefined;
  const sdk = () => (loading ??= load());
  // Most installations keep their files on disk and need none of it.
  const load = async () => {
    const { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } =
      await import("@aws-sdk/client-s3");
    const client = new S3Client(s3ClientConfig(settings));
    return { client, DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand };
  };
  return {
    async put(key, file) {
      const { client, PutObjectCommand } = await sdk();
      const body = createReadStream(file.path);
      try {
        await client.send(
          new PutObjectCommand({
            Bucket,
            Key: key,
            Body: body,
            ContentLength: file.size,
            ContentType: file.contentType,
          }),
        );
      } finally {
        body.destroy();
      }
      await rm(file.path, { force: true });
    },
    async open(key, range) {
      const { client, GetObjectCommand, NoSuchKey } = await sdk();
      try {
        const found = await client.send(
          new GetObjectCommand({
            Bucket,
            Key: key,
            ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
          }),
        );
        if (!(found.Body instanceof Readable)) throw new Error("The storage gave no stream.");
        found.Body.on("error", () => undefined);
        return found.Body;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(key) {
      const { client, DeleteObjectCommand } = await sdk();
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    },
  };
}
