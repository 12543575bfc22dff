import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useHydrated } from "@/lib/client/use-hydrated";

type Props = {
  /** What the server draws; nothing in the browser. */
  html: ReactNode;
  /** Stands here when the browser comes to this place before what is live has arrived. */
  instead: ReactNode;
  className: string;
  /** Called when what is live takes the place: time to remember what the reader has done to it. */
  onLeave: (element: HTMLElement) => void;
};

/**
 * A part of the page as the server drew it. The browser leaves that HTML as it is instead of taking it over piece by
 * piece: it can be read and its links followed at once, costs no JavaScript, and is replaced as a whole when what is
 * live arrives a moment later.
 */
export function Drawn({ html, instead, className, onLeave }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const hydrated = useHydrated();
  const [drawn] = useState(!hydrated);
  useLayoutEffect(() => {
    const left = element.current;
    return () => void (left && onLeave(left));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it goes
  }, []);
  if (typeof window === "undefined") return <div className={className}>{html}</div>;
  if (!drawn) return instead;
  return <div ref={element} className={className} suppressHydrationWarning dangerouslySetInnerHTML={untouched} />;
}

/** React does not look into an element whose HTML is given to it, and sets it only when it changes. */
const untouched = { __html: "" };
