import type { CDPSession, Page, Worker } from "@playwright/test";
import type { Person } from "@/e2e/setup/people";
import type { PushBrowser } from "@/e2e/setup/push-service";

type Shown = { title: string; body: string; tag: string };
/** In the worker: of how many pushes the handling has ended. */
type Counting = ServiceWorkerGlobalScope & { handled: number };

/**
 * The push service of a browser: Chromium's own needs servers of its maker. A page subscribes at the suite's; what
 * arrives there is handed to the browser's worker as the browser itself would hand it over.
 */
export class PushReceiver {
  private handed = 0;

  private constructor(
    private readonly page: Page,
    private readonly browser: PushBrowser,
    private readonly session: CDPSession,
    private readonly registration: string,
    private readonly worker: Worker,
  ) {}

  /** Call it when the page is open. It subscribes there, as a person would who allows it. */
  static async at({ page, context }: Person, browser: PushBrowser): Promise<PushReceiver> {
    const session = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) =>
      session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      }),
    );
    await session.send("ServiceWorker.enable");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const [worker] = context.serviceWorkers();
    if (!worker) throw new Error("There is no worker.");
    await worker.evaluate(() => {
      const scope = globalThis as unknown as Counting;
      scope.handled = 0;
      type Prolong = (this: ExtendableEvent, work: Promise<unknown>) => void;
      const waitUntil = Object.getOwnPropertyDescriptor(ExtendableEvent.prototype, "waitUntil")?.value as Prolong;
      ExtendableEvent.prototype.waitUntil = function (work: Promise<unknown>) {
        if (this.type === "push") void work.finally(() => (scope.handled += 1));
        waitUntil.call(this, work);
      };
    });
    await context.addInitScript(subscribing, browser.toJSON());
    await context.grantPermissions(["notifications"]);
    const receiver = new PushReceiver(page, browser, session, await registered, worker);
    await page.reload();
    return receiver;
  }

  /** The same once more, as push services do when they are in doubt. */
  async again(): Promise<void> {
    this.browser.received.push(...this.browser.received.slice(-1));
    await this.handOver();
  }

  /** Hands over what has come, and gives what stands on the screen then. */
  shown = async (): Promise<Shown[]> => {
    await this.handOver();
    return this.worker.evaluate(async () => {
      const all = await (globalThis as unknown as Counting).registration.getNotifications();
      return all.map(({ title, body, tag }) => ({ title, body, tag })).toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
    });
  };

  /** A tap on the one of this tag, or on one of its buttons, with what was typed there. */
  async tap(tag: string, action = "", reply: string | null = null): Promise<void> {
    const given = { tag, action, reply };
    await this.worker.evaluate(async ({ tag, action, reply }) => {
      const scope = globalThis as unknown as Counting;
      const [notification] = await scope.registration.getNotifications({ tag });
      if (!notification) throw new Error("Nothing of this tag is shown.");
      const event = new NotificationEvent("notificationclick", { notification, action });
      // An event of a script's own may not prolong the worker's life.
      const work: Promise<unknown>[] = [];
      Object.defineProperties(event, {
        waitUntil: { value: (promise: Promise<unknown>) => work.push(promise) },
        reply: { value: reply },
      });
      scope.dispatchEvent(event);
      await Promise.all(work);
    }, given);
  }

  private async handOver(): Promise<void> {
    const { origin } = new URL(this.page.url());
    for (; this.handed < this.browser.received.length; this.handed += 1) {
      const data = JSON.stringify(this.browser.received[this.handed]?.payload);
      const registrationId = this.registration;
      await this.session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
    }
    // A browser may lose what is being shown while somebody asks what is shown.
    await this.worker.evaluate(async (expected) => {
      const scope = globalThis as unknown as Counting;
      while (scope.handled < expected) await new Promise((resolve) => setTimeout(resolve, 10));
    }, this.handed);
  }
}

function subscribing(given: { endpoint: string; keys: Record<string, string> }): void {
  const kept = "push.of.the.suite";
  const subscription = {
    endpoint: given.endpoint,
    options: { applicationServerKey: null, userVisibleOnly: true },
    toJSON: () => given,
    unsubscribe: () => Promise.resolve(localStorage.removeItem(kept)).then(() => true),
  } as unknown as PushSubscription;
  PushManager.prototype.subscribe = () => Promise.resolve(localStorage.setItem(kept, "1")).then(() => subscription);
  PushManager.prototype.getSubscription = () => Promise.resolve(localStorage.getItem(kept) ? subscription : null);
}
