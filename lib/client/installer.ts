import { createStore } from "@/lib/client/store";

/** What Chromium's browsers give a page that may be installed. */
type Offer = Event & { prompt: () => Promise<void> };

/** The browser's offer to install the app; null where there is none, or it was taken. */
export const installer = createStore<Offer | null>(null);

/** Keeps the offer until somebody asks for it, instead of the browser's own banner over the chats. */
export function keepInstallOffer(): () => void {
  const onOffer = (event: Event) => {
    event.preventDefault();
    installer.set(event as Offer);
  };
  const onInstalled = () => installer.set(null);
  window.addEventListener("beforeinstallprompt", onOffer);
  window.addEventListener("appinstalled", onInstalled);
  return () => {
    window.removeEventListener("beforeinstallprompt", onOffer);
    window.removeEventListener("appinstalled", onInstalled);
  };
}
