import { createStore } from "@/lib/client/store";

export type Connection = "starting" | "connecting" | "offline" | "online" | "back" | "signed-out";

/** What the connection line says. `starting` shows nothing: a first connection is no news. */
export const connection = createStore<Connection>("starting");

let fading: ReturnType<typeof setTimeout> | undefined;

export function connectionUp(): void {
  clearTimeout(fading);
  const before = connection.get();
  if (before === "starting" || before === "online") return connection.set("online");
  connection.set("back");
  fading = setTimeout(() => connection.set("online"), 2500);
}

export function connectionDown(): void {
  clearTimeout(fading);
  if (connection.get() === "signed-out") return;
  connection.set(navigator.onLine ? "connecting" : "offline");
}

export function connectionRefused(): void {
  clearTimeout(fading);
  connection.set("signed-out");
}
