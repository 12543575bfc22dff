import { type RefObject, useEffect, useState } from "react";

/** Whether the element is drawn at all: on small screens another pane may stand in its place. */
export function useOnScreen(element: RefObject<HTMLElement | null>): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver((entries) => setShown(entries.at(-1)?.isIntersecting ?? false));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return shown;
}
