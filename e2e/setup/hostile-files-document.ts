import type { Answer, HostileFile } from "./hostile-files";

const refusals: Record<number, string> = {
  400: "`invalid_input`",
  413: "`too_large`",
  415: "`unsupported_media_type`",
  422: "`unprocessable`",
};

const meaning = (answer: Answer) =>
  typeof answer === "number" ? `${answer} ${refusals[answer] ?? ""}` : `taken: ${answer}`;

/** `docs/HOSTILE-FILES.md`, from the corpus that is sent. */
export function hostileFilesDocument(corpus: HostileFile[]): string {
  const rows = corpus.map(({ what, answer }) => `| ${what} | ${meaning(answer)} |`);
  return `# Hostile files

Made by \`npx vitest run e2e/hostile-files -u\` from the corpus that this test sends, each of its files in all three ways: with its
message, before it, and in parts. Do not edit.

- **Refused**: nothing of it is kept, not on the disk and not in the database. The same answer in all three ways.
- **Made anew**: a picture is stored as it comes out of its pixels. What was hidden in or behind it is gone.
- **A download**: stored as it came, never opened by the server for more than a page count, offered to be saved and never shown.

Every file is served with its type from the list, \`nosniff\`, a content policy that sandboxes it and runs nothing, under an
address that the server asks the permission for each time. Names lose their folders, control characters and turns of
direction, and get an ending that the content has.

Places, devices and times are taken out of pictures (made anew), and of MP4, MOV, M4A and WebM (emptied in place; picture and
sound stay to the bit). \`e2e/what-files-tell.test.ts\` asks exiftool. Documents, and sound in other containers, are stored as
they came, with what their authors wrote into them.

| file | answer |
| --- | --- |
${rows.join("\n")}
`;
}
