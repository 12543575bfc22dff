import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { DeleteObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { S3Store } from "@tus/s3-store";
import { s3ClientConfig, type S3Settings } from "./s3-client-config";
import { temporaryFile } from "./temporary-files";
import { uploadHours, type UploadStore } from "./upload-store";

/** In the bucket: the next part of an upload may reach another node than its beginning. */
export function s3UploadStore(settings: S3Settings & { S3_BUCKET?: string | undefined }): UploadStore {
  const bucket = settings.S3_BUCKET ?? "";
  const connection = s3ClientConfig(settings);
  const client = new S3Client(connection);
  const tus = new S3Store({
    s3ClientConfig: { ...connection, bucket },
    expirationPeriodInMilliseconds: uploadHours * 3_600_000,
    // Tags are for rules of the bucket, which many storages that speak S3 do not have: the sweep needs none.
    useTags: false,
    // What it would remember of an upload, another node may have changed.
    cache: { get: () => Promise.resolve(undefined), set: () => Promise.resolve(), delete: () => Promise.resolve() },
  });
  return {
    tus,
    takes: "copies",
    async take({ id }) {
      const path = await temporaryFile();
      try {
        await pipeline(await tus.read(id), createWriteStream(path, { mode: 0o600 }));
        return path;
      } catch (error) {
        await rm(path, { force: true });
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async forget(id) {
      // While its parts are not joined yet; a whole one is an object like others.
      await tus.remove(id).catch(() => undefined);
      for (const Key of [id, `${id}.info`, `${id}.part`]) {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
      }
    },
    async sweep() {
      await tus.deleteExpired();
    },
  };
}
