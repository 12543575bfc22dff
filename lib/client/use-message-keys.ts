import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useState } from "react";

const MESSAGE = "article";
const CONTROL = "a[href], button, input, audio, video, [tabindex]";
/** Whatever moves by arrow keys itself. */
const OWN_ARROWS = "input, audio, video";

/**
 * A list of messages by keyboard: one stop of the Tab key for all of them, as the pattern of roving focus has it. Up and
 * Down go from message to message, Left and Right through what a message holds, Enter or the menu key opens what can be
 * done with it, Escape leads back to where one writes.
 *
 * Gives the handlers of the scrolling element, and which message has the focus: it must stay in the page.
 */
export function useMessageKeys(pane: RefObject<HTMLElement | null>) {
  const [active, setActive] = useState<string | null>(null);

  // Text, files and pictures of a message come from many places. All of them are reached by arrow keys and none by Tab.
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const takeOut = (within: Element) => {
      for (const message of within.matches(MESSAGE) ? [within] : within.querySelectorAll(MESSAGE)) outOfTabs(message);
      const around = within.closest(MESSAGE);
      if (around && around !== within) outOfTabs(around);
    };
    takeOut(element);
    const changes = new MutationObserver((all) => {
      for (const { addedNodes } of all) for (const node of addedNodes) if (node instanceof Element) takeOut(node);
    });
    changes.observe(element, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, [pane]);

  return {
    active,
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.target)) return;
      const message = event.target.closest(MESSAGE);
      setActive(message?.getAttribute("data-message") ?? null);
      // Shift and Tab must not stop at the list that one is in.
      event.currentTarget.tabIndex = message ? -1 : 0;
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      setActive(null);
      event.currentTarget.tabIndex = 0;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const list = event.currentTarget;
      // What a message has opened over the page is its child for React alone.
      if (!(event.target instanceof HTMLElement) || !list.contains(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (answer(event.key, event.shiftKey, event.target, list)) event.preventDefault();
    },
  };
}

function outOfTabs(message: Element): void {
  message.setAttribute("tabindex", "-1");
  for (const control of message.querySelectorAll(CONTROL)) control.setAttribute("tabindex", "-1");
}

/** Does what the key asks for; false when it means nothing here. */
function answer(key: string, shift: boolean, on: HTMLElement, list: HTMLElement): boolean {
  const message = on.closest<HTMLElement>(MESSAGE);
  if (key === "Escape") return on === message || !message ? toComposer(list) : goTo(message);
  if (on.matches(OWN_ARROWS)) return false;
  if (key === "ArrowUp" || key === "ArrowDown") return goTo(neighbour(list, message, key === "ArrowUp" ? -1 : 1));
  if (!message) return false;
  if (key === "ArrowRight" || key === "ArrowLeft") return goTo(inside(message, on, key === "ArrowRight" ? 1 : -1));
  if (key === "ContextMenu" || (key === "F10" && shift)) return openActions(message);
  return key === "Enter" && on === message ? openActions(message) : false;
}

function neighbour(list: HTMLElement, from: HTMLElement | null, step: 1 | -1): HTMLElement | undefined {
  const messages = [...list.querySelectorAll<HTMLElement>(MESSAGE)];
  if (from) return messages[messages.indexOf(from) + step];
  const { bottom } = list.getBoundingClientRect();
  return messages.findLast((message) => message.getBoundingClientRect().top < bottom);
}

/** The message itself comes before the first of what it holds. */
function inside(message: HTMLElement, from: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const places = [message, ...message.querySelectorAll<HTMLElement>(CONTROL)];
  return places[places.indexOf(from) + step];
}

/** True also at either end, where the page must not scroll instead. */
function goTo(place: HTMLElement | undefined): true {
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "nearest" });
  return true;
}

/** A reply that leads into its thread has nothing but that. */
function openActions(message: HTMLElement): boolean {
  const button = message.querySelector<HTMLElement>('[aria-haspopup="menu"]') ?? message.querySelector("button");
  button?.click();
  return button !== null;
}

function toComposer(list: HTMLElement): boolean {
  const composer = list.closest("section")?.querySelector("textarea");
  composer?.focus({ preventScroll: true });
  return composer != null;
}
