import { type PointerEvent, type MouseEvent, useRef } from "react";

const HOLD = 450;
const SLACK = 10;

/** A finger held still opens what a right click opens for a mouse. */
export function useLongPress(onHold: (element: HTMLElement) => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const cancel = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  const hold = (element: HTMLElement) => {
    cancel();
    navigator.vibrate?.(8);
    // Letting go is the end of the hold, and no tap on whatever has come up under the finger.
    element.addEventListener("touchend", (lifted) => lifted.preventDefault(), { once: true, passive: false });
    onHold(element);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== "touch") return;
      const element = event.currentTarget;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = setTimeout(() => hold(element), HOLD);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > SLACK) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      if (!window.matchMedia("(pointer: coarse)").matches) return;
      event.preventDefault();
      // A busy page hears of the browser's own long press before its timer, which then never comes.
      if (timer.current !== undefined) hold(event.currentTarget);
    },
  };
}
