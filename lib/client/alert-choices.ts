import { useSyncExternalStore } from "react";

export type AlertChoice = "sound" | "vibration";

const shelf = (choice: AlertChoice) => `aristay.alert.${choice}`;
const listeners = new Set<() => void>();

/** Whether this device makes itself heard or felt when something comes while the chats are open. It does until told not to. */
export function alertChoice(choice: AlertChoice): boolean {
  try {
    return localStorage.getItem(shelf(choice)) === null;
  } catch {
    return true;
  }
}

export function keepAlertChoice(choice: AlertChoice, on: boolean): void {
  try {
    if (on) localStorage.removeItem(shelf(choice));
    else localStorage.setItem(shelf(choice), "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export function useAlertChoice(choice: AlertChoice): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => alertChoice(choice),
    () => true,
  );
}
