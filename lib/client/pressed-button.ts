/** Which button it was: by its name, the message that it belongs to, and its place among those of the same name. */
export type PressedButton = { name: string; message: string | null; nth: number };

const nameOf = (button: Element) => button.getAttribute("aria-label") ?? button.textContent;
const messageOf = (button: Element) => button.closest("[data-message]")?.getAttribute("data-message") ?? null;

/** Those in `place` that have the name and belong to the message. */
const alike = (place: Element, name: string, message: string | null) =>
  [...place.querySelectorAll("button")].filter((one) => nameOf(one) === name && messageOf(one) === message);

/** The button of `place` that a click went to, in words that find it again in what takes the place. */
export function pressedButton(target: EventTarget | null, place: Element): PressedButton | null {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return null;
  const [name, message] = [nameOf(button), messageOf(button)];
  return { name, message, nth: alike(place, name, message).indexOf(button) };
}

/** Presses the same button in what has taken the place; one that is not there any more is let be. */
export function pressIn(place: Element, { name, message, nth }: PressedButton): void {
  alike(place, name, message)[nth]?.click();
}
