import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { format } from "prettier";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "@/e2e/setup/temporary-folder";
import { useTestDatabase } from "@/e2e/setup/test-database";
import { startTestServer, type TestServer } from "@/e2e/setup/test-server";
import { socketCommands } from "@/lib/contract/acknowledgements";
import { frames } from "@/lib/contract/commands";
import { durableEvent } from "@/lib/contract/events";
import { serverFrames } from "@/lib/contract/server-frames";
import { routes } from "@/lib/http/routes";
import { dartApi } from "./dart-api";
import { dartModels } from "./dart-models";
import { PlainValues } from "./plain-values";
import { rawStory } from "./raw-story";
import { Recorder } from "./recorder";
import { nouns, renderErrors, renderOperations } from "./render-operations";
import { renderExchange } from "./render-exchange";
import { restStory } from "./rest-story";
import { socketStory } from "./socket-story";

process.env.DATA_DIR = await temporaryFolder();
await useTestDatabase();

const folder = path.resolve("docs/api");
const documentFile = path.join(folder, "CHAT_API.md");
const dartFolder = path.join(folder, "dart/lib/src");

let server: TestServer;
let recorder: Recorder;
let raw: Awaited<ReturnType<typeof rawStory>>;
let socket: Awaited<ReturnType<typeof socketStory>>;

beforeAll(async () => {
  server = await startTestServer();
  recorder = new Recorder(server.url);
  const told = await restStory(recorder);
  raw = await rawStory(server.url, told);
  socket = await socketStory(server.url, told);
});
afterAll(() => server.stop());

it("has an example of every call, command, frame and event", () => {
  expect([...recorder.exchanges.keys()].sort()).toEqual(routes.map(({ operation }) => operation.id).sort());
  const said = (transcript: typeof raw, arrow: string, key: (line: { what: string; said: unknown }) => string) => [
    ...new Set(
      transcript.parts.flatMap(({ lines }) => lines.filter((line) => line.arrow === arrow).map((line) => key(line))),
    ),
  ];
  const type = ({ said }: { said: unknown }) => (said as { type: string }).type;
  expect(said(raw, "→", type).sort()).toEqual(Object.keys(frames).sort());
  expect(said(raw, "←", type).sort()).toEqual(Object.keys(serverFrames).sort());
  expect(said(socket.commands, "→", ({ what }) => what).sort()).toEqual(Object.keys(socketCommands).sort());
  const types = durableEvent.options.map((option) => option.shape.type.value);
  expect([...socket.types]).toEqual(expect.arrayContaining([...types, "read.advanced"]));
});

it("has a Dart client with the contract's types", async () => {
  await expect(dartModels()).toMatchFileSnapshot(path.join(dartFolder, "models.dart"));
  await expect(dartApi()).toMatchFileSnapshot(path.join(dartFolder, "api.dart"));
});

it("says what the server answers now", async () => {
  const text = await readFile(documentFile, "utf8");
  const values = new PlainValues();
  values.learn(recorder.answers);
  for (const transcript of [raw, socket.commands]) {
    for (const { lines } of transcript.parts) for (const { said } of lines) values.learn(said);
  }
  const made = new Map<string, string>([["errors", renderErrors()]]);
  for (const noun of nouns) made.set(`calls ${noun}`, renderOperations(noun, recorder.exchanges, values));
  const steps: string[] = [];
  for (const step of recorder.steps) steps.push(renderExchange(step, values));
  made.set("resumable upload", steps.join("\n\n"));
  made.set("raw websocket", raw.render(values));
  made.set("socket commands", socket.commands.render(values));
  made.set("socket events", socket.events.render(values));
  for (const name of await readdir(dartFolder)) {
    const code = await readFile(path.join(dartFolder, name), "utf8");
    made.set(`dart ${name}`, ["```dart", code.trimEnd(), "```"].join("\n"));
  }
  const used = new Set<string>();
  const filled = text.replace(
    /(<!-- made: (.+?) -->\n)[^]*?(\n<!-- end -->)/g,
    (_, begin: string, name: string, end: string) => {
      used.add(name);
      const block = made.get(name);
      if (block === undefined) throw new Error(`Nothing is made under the name "${name}".`);
      return `${begin}\n${block}\n${end}`;
    },
  );
  expect([...used].sort()).toEqual([...made.keys()].sort());
  await expect(await format(filled, { parser: "markdown", printWidth: 120 })).toMatchFileSnapshot(documentFile);
});
