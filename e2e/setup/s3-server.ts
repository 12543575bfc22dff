import { readdir, readFile, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { temporaryFolder } from "./temporary-folder";

type Context = {
  method: string;
  path: string;
  query: Record<string, string | undefined>;
  status: number;
  body: unknown;
  type: string;
};
type Step = (context: Context, next: () => Promise<void>) => Promise<void>;
type Server = {
  middleware: Step[];
  store: { getResourcePath(bucket: string, key: undefined, resource: string): string };
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
};
type Options = {
  port: number;
  address: string;
  silent: boolean;
  directory: string;
  configureBuckets: { name: string }[];
};

/** s3rver brings no types. Its keys are "S3RVER", twice. */
const S3rver = createRequire(import.meta.url)("s3rver") as new (options: Options) => Server;

/** A server of the S3 protocol with one bucket, and the settings that lead to it. */
export async function startS3Server() {
  const server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: await temporaryFolder(),
    configureBuckets: [{ name: "files" }],
  });
  server.middleware.unshift(unfinished(server));
  const { port } = await server.run();
  return {
    settings: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: "files",
      S3_REGION: "us-east-1",
      S3_ACCESS_KEY_ID: "S3RVER",
      S3_SECRET_ACCESS_KEY: "S3RVER",
    },
    stop: () => server.close(),
  };
}

/** The three calls that s3rver lacks: the parts of an unfinished upload, giving one up, and which there are. */
function unfinished({ store }: Server): Step {
  return async (context, next) => {
    const { uploadId, uploads } = context.query;
    const [, bucket = ""] = context.path.split("/");
    const folder = path.join(store.getResourcePath(bucket, undefined, "uploads"), uploadId ?? "");
    const say = (status: number, body: string) => Object.assign(context, { status, type: "application/xml", body });
    const gone = () => say(404, "<Error><Code>NoSuchUpload</Code><Message>There is none.</Message></Error>");
    if (context.method === "GET" && uploadId !== undefined) {
      const names = await readdir(folder).catch(() => null);
      if (!names) return void gone();
      const parts = names
        .filter((name) => /^\d+$/.test(name))
        .map(async (name) => {
          const [mark, { size }] = await Promise.all([
            readFile(path.join(folder, `${name}.md5`), "utf8"),
            stat(path.join(folder, name)),
          ]);
          return `<Part><PartNumber>${name}</PartNumber><ETag>"${mark}"</ETag><Size>${size}</Size></Part>`;
        });
      say(
        200,
        `<ListPartsResult><IsTruncated>false</IsTruncated>${(await Promise.all(parts)).join("")}</ListPartsResult>`,
      );
    } else if (context.method === "DELETE" && uploadId !== undefined) {
      if (!(await stat(folder).catch(() => null))) return void gone();
      await rm(folder, { recursive: true, force: true });
      say(204, "");
    } else if (context.method === "GET" && uploads !== undefined) {
      const ids = await readdir(folder).catch(() => []);
      const found = ids.map(async (id) => {
        const key = path.join(folder, id, "key");
        const [name, { mtime }] = await Promise.all([readFile(key, "utf8"), stat(key)]);
        return `<Upload><Key>${name}</Key><UploadId>${id}</UploadId><Initiated>${mtime.toISOString()}</Initiated></Upload>`;
      });
      const listed = (await Promise.all(found)).join("");
      say(200, `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${listed}</ListMultipartUploadsResult>`);
    } else await next();
  };
}
