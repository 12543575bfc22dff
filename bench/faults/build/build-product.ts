import { readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** In one file of the product, one text that is there exactly once becomes another. */
export type Patch = { file: string; from: string; to: string };

const root = path.resolve(".");

/**
 * Nothing here visits a page, and Next takes far longer to start than everything else: a process that is killed every
 * few seconds starts without.
 */
const withoutPages: Patch[] = [
  { file: "server.ts", from: `import { startPages } from "@/lib/server/pages";\n`, to: "" },
  {
    file: "server.ts",
    from: `  const pages = await startPages(settings);
  shutdown.push("pages", 500, () => pages.close());
`,
    to: `  const pages = undefined;
`,
  },
];

/** Patches that do not fit the sources any more. */
export function patchFaults(patches: Patch[]): string[] {
  return patches.flatMap(({ file, from }) => {
    const times = readFileSync(path.join(root, file), "utf8").split(from).length - 1;
    return times === 1 ? [] : [`${file} has the text of a patch ${times} times instead of once: ${from}`];
  });
}

/** Builds the server and the operator's commands from the sources as they are, with these patches, into `folder`. */
export async function buildProduct(folder: string, patches: Patch[]): Promise<{ server: string; admin: string }> {
  const all = [...withoutPages, ...patches];
  const faults = patchFaults(all);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  await build({
    entryPoints: { server: "server.ts", admin: "scripts/admin.ts" },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { "@": root },
    // All in one file: a start reads thousands of files less.
    external: ["sharp", "@node-rs/argon2", "libheif-js"],
    banner: {
      js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
    },
    minifySyntax: true,
    logLevel: "warning",
    plugins: [
      {
        name: "patches",
        setup(given) {
          given.onLoad({ filter: /\.ts$/ }, ({ path: full }) => {
            const mine = all.filter(({ file }) => path.join(root, file) === full);
            if (mine.length === 0) return undefined;
            const source = readFileSync(full, "utf8");
            return {
              loader: "ts",
              contents: mine.reduce((text, { from, to }) => text.replace(from, () => to), source),
            };
          });
        },
      },
    ],
  });
  return { server: path.join(folder, "server.mjs"), admin: path.join(folder, "admin.mjs") };
}
