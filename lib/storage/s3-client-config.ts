import type { S3ClientConfig } from "@aws-sdk/client-s3";
import type { Config } from "@/lib/config/config";

export type S3Settings = Pick<
  Config,
  "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY"
>;

/** How the storage of the configuration is spoken to. */
export function s3ClientConfig(settings: S3Settings): S3ClientConfig {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return {
    region: settings.S3_REGION,
    // Buckets as host names need DNS that self-hosted storage rarely has.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Without keys the client looks in the places where a cloud machine finds its role.
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    // The newer checksums as trailers are refused by many storages that speak S3.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
}
