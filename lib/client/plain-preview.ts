/** The text of a message as one line: the marks of the Markdown subset mean nothing there. */
export function plainPreview(text: string): string {
  return text
    .replace(/^> ?/gm, "")
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, "$2")
    .replace(/\s+/g, " ");
}
