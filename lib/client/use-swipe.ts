import { type TouchEvent, useRef } from "react";

const FAR = 56;
const MOST = 72;

/**
 * A finger that draws the element towards the end of the line, and lets go when it is far enough. The element follows
 * the finger without a render; up and down still scrolls.
 */
export function useSwipe(onSwipe: (() => void) | null) {
  const from = useRef<{ x: number; y: number; axis: "none" | "x" | "y" } | null>(null);
  if (!onSwipe) return {};
  const settle = (element: HTMLElement) => {
    from.current = null;
    element.style.transition = "transform var(--calm) var(--ease)";
    element.style.transform = "";
  };
  return {
    onTouchStart: ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
      const finger = touches.item(0);
      if (!finger || touches.length > 1) return;
      from.current = { x: finger.clientX, y: finger.clientY, axis: "none" };
      currentTarget.style.transition = "none";
    },
    onTouchMove: ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
      const start = from.current;
      const finger = touches.item(0);
      if (!start || !finger) return;
      const right = finger.clientX - start.x;
      const along = document.dir === "rtl" ? -right : right;
      if (start.axis === "none" && Math.hypot(right, finger.clientY - start.y) > 10) {
        start.axis = along > Math.abs(finger.clientY - start.y) * 1.5 ? "x" : "y";
      }
      if (start.axis !== "x") return;
      const drawn = Math.max(0, Math.min(along, MOST));
      currentTarget.style.transform = `translateX(${document.dir === "rtl" ? -drawn : drawn}px)`;
    },
    onTouchEnd: ({ changedTouches, currentTarget }: TouchEvent<HTMLElement>) => {
      const start = from.current;
      const finger = changedTouches.item(0);
      if (start?.axis === "x" && finger) {
        const right = finger.clientX - start.x;
        if ((document.dir === "rtl" ? -right : right) >= FAR) onSwipe();
      }
      settle(currentTarget);
    },
    onTouchCancel: ({ currentTarget }: TouchEvent<HTMLElement>) => settle(currentTarget),
  };
}
