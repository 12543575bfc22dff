import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stamp = path.join(root, "dist", "build-stamp");
const inputs = [
  "app",
  "components",
  "lib",
  "db",
  "patches",
  "public",
  "scripts/build.mjs",
  "server.ts",
  "next.config.ts",
];
inputs.push("postcss.config.mjs", "tsconfig.json", "package-lock.json");

/** Whether what lies in `.next` and `dist` was built from the sources as they are now. */
export function buildIsCurrent() {
  return (
    existsSync(path.join(root, ".next", "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash()
  );
}

/**
 * Builds the server and the pages. The stamp is written last: a build that was broken off never counts as current.
 *
 * @param {AbortSignal} [signal] ends the build early
 */
export async function build(signal) {
  const sources = hash();
  rmSync(stamp, { force: true });
  // An installation with --ignore-scripts has not got them, and what they mend must not be missing.
  await run([path.join(root, "node_modules/patch-package/index.js"), "--error-on-fail"], signal);
  await bundle({
    entryPoints: [path.join(root, "server.ts")],
    outfile: path.join(root, "dist", "server.js"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": root },
    sourcemap: true,
    logLevel: "warning",
  });
  await run([path.join(root, "node_modules/next/dist/bin/next"), "build"], signal);
  await nameOneScript();
  await buildServiceWorker();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
}

/**
 * Has pages name one small script in place of Next's own first ones, which it brings in after the first picture. Next
 * takes what to name from this list of its own; pages that were drawn while building keep theirs.
 */
async function nameOneScript() {
  const manifest = path.join(root, ".next", "build-manifest.json");
  /** @type {unknown} */
  const made = JSON.parse(readFileSync(manifest, "utf8"));
  const { rootMainFiles, ...rest } = /** @type {{ rootMainFiles: string[] }} */ (made);
  // What opens without a network has nothing to show before its scripts, and has them on the device.
  const rootMainFilesTree = { "/offline/page": rootMainFiles };
  const { metafile } = await bundle({
    entryPoints: [path.join(root, "lib/client/begin-page.ts")],
    outdir: path.join(root, ".next"),
    entryNames: "static/chunks/begin-[hash]",
    bundle: true,
    minify: true,
    metafile: true,
    format: "iife",
    target: "es2022",
    define: { FIRST_SCRIPTS: JSON.stringify(rootMainFiles.map((file) => `/_next/${file}`)) },
    logLevel: "warning",
  });
  const [file = ""] = Object.keys(metafile.outputs).map((output) => path.relative(".next", output));
  writeFileSync(
    manifest,
    JSON.stringify({ ...rest, rootMainFiles: [file.split(path.sep).join("/")], rootMainFilesTree }),
  );
}

/** Knows the files of the pages, so it comes after them. Their names change with their content; the shell's does not. */
async function buildServiceWorker() {
  const folder = path.join(root, ".next", "static");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(js|css|woff2)$/.test(item.name))
    .map((item) => path.relative(folder, path.join(item.parentPath ?? item.path, item.name)))
    .map((file) => ({ url: `/_next/static/${file.split(path.sep).join("/")}`, revision: null }));
  const shell = { url: "/offline", revision: readFileSync(path.join(root, ".next", "BUILD_ID"), "utf8") };
  await bundle({
    entryPoints: [path.join(root, "lib/client/service-worker.ts")],
    outfile: path.join(root, "dist", "service-worker.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    alias: { "@": root },
    define: { PRECACHE: JSON.stringify([...files, shell]), "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
}

/**
 * @param {string[]} args
 * @param {AbortSignal | undefined} signal
 */
function run(args, signal) {
  return new Promise((resolve, reject) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env, ...(signal && { signal }) });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve(undefined) : reject(new Error("The build failed."))));
  });
}

function hash() {
  const sum = createHash("sha256").update(process.version);
  for (const input of inputs) {
    for (const file of filesIn(input)) sum.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return sum.digest("hex");
}

/**
 * @param {string} entry
 * @returns {string[]}
 */
function filesIn(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (path.extname(entry) !== "") return [entry];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !/\.test\.tsx?$/.test(item.name))
    .map((item) => path.relative(root, path.join(item.parentPath ?? item.path, item.name)))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
