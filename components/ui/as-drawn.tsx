import { useState } from "react";
import { useLocale } from "use-intl";
import { useTakenOver } from "@/lib/client/use-taken-over";

/**
 * A text that the page need not make again while it comes alive: it stays as the server wrote it until `of`, what it is
 * made of, is something else. For what is dear to make: the first plural of a page costs a phone some 40 ms.
 */
export function AsDrawn({ of, children }: { of: string | number; children: () => string }) {
  const locale = useLocale();
  const takenOver = useTakenOver();
  const now = `${locale} ${of}`;
  const [drawn] = useState(now);
  if (takenOver && now === drawn && typeof window !== "undefined")
    return <span suppressHydrationWarning dangerouslySetInnerHTML={untouched} />;
  return <span key="live">{children()}</span>;
}

/** React does not look into an element whose HTML is given to it, and sets it only when it changes. */
const untouched = { __html: "" };
