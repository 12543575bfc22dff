/** So many frames it may take until what covered the message has gone. */
const PATIENCE = 60;

/**
 * Puts the focus on a message when what it was on goes away; nothing happens if it is not drawn. What stands within
 * `leaving` goes away too.
 */
export function focusMessage(id: string, leaving: Element | null = null): void {
  // A reply is also a line of the room, which leads here and has no actions.
  const place = `[data-message="${CSS.escape(id)}"]:has([aria-haspopup="menu"])`;
  const attempt = (left: number) =>
    requestAnimationFrame(() => {
      const drawn = [...document.querySelectorAll<HTMLElement>(place)];
      const found = drawn.find((one) => one.checkVisibility() && !leaving?.contains(one));
      if (found) found.focus({ preventScroll: true });
      else if (left > 0) attempt(left - 1);
    });
  attempt(PATIENCE);
}
