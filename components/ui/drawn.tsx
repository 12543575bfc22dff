import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { type PressedButton, pressedButton, pressIn } from "@/lib/client/pressed-button";
import { useTakenOver } from "@/lib/client/use-taken-over";
import { Released } from "@/components/ui/released";

type Props = {
  /** What takes the place, once it has arrived. */
  live: ReactNode;
  /** What the server draws; nothing in the browser. */
  html: ReactNode;
  /** Stands here when the browser comes to this place before what is live has arrived. */
  instead: ReactNode;
  className: string;
  /** Called when what is live takes the place: time to remember what the reader has done to it. */
  onLeave?: (element: HTMLElement) => void;
};

/** A part of the page: first as the server drew it, then live. */
export function Drawn({ live, ...still }: Props) {
  const [over] = useState(!live);
  return live ? (
    <>
      {live}
      <Released over={over} />
    </>
  ) : (
    <Still {...still} />
  );
}

/**
 * A part of the page as the server drew it. The browser leaves that HTML as it is instead of taking it over piece by
 * piece: it can be read and its links followed at once, costs no JavaScript, and is replaced as a whole when what is
 * live arrives a moment later. The button that was pressed last meanwhile is pressed there, and what had the focus has it.
 */
function Still({ html, instead, className, onLeave }: Omit<Props, "live">) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useTakenOver();
  useLayoutEffect(() => {
    const left = element.current;
    const place = left?.parentElement;
    if (!left || !place) return;
    let pressed: PressedButton | null = null;
    const remember = (event: Event) => (pressed = pressedButton(event.target, left) ?? pressed);
    left.addEventListener("click", remember);
    return () => {
      left.removeEventListener("click", remember);
      onLeave?.(left);
      const focused = sameAs(document.activeElement, left);
      // What is live stands in the document when this change of the page is whole.
      setTimeout(() => {
        if (focused && document.activeElement === document.body) place.querySelector<HTMLElement>(focused)?.focus();
        if (pressed) pressIn(place, pressed);
      });
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it goes
  }, []);
  if (typeof window === "undefined")
    return (
      <div data-drawn className={className}>
        {html}
      </div>
    );
  if (!drawn) return instead;
  return (
    <div ref={element} data-drawn className={className} suppressHydrationWarning dangerouslySetInnerHTML={untouched} />
  );
}

/** How a link, or the list that scrolls, is found again; fields and buttons come back by what is done to them. */
function sameAs(element: Element | null, within: HTMLElement): string | null {
  if (!element || !within.contains(element)) return null;
  const href = element.getAttribute("href");
  if (href !== null) return `a[href="${CSS.escape(href)}"]`;
  return element.getAttribute("role") === "region" ? '[role="region"]' : null;
}

/** React does not look into an element whose HTML is given to it, and sets it only when it changes. */
const untouched = { __html: "" };
