/** What a push to a browser is about, for the service worker: written by the server, read by the worker of the same release. */
export type PushData =
  | {
      kind: "message";
      room: string;
      message: string;
      seq: number;
      unread: number;
      urgent: boolean;
      /** Words for the buttons. */
      reply: string;
      markRead: string;
    }
  | { kind: "read"; room: string; seq: number }
  | { kind: "digest" }
  | { kind: "test" };

/** The whole message: with `notification` in the form that browsers show without any script (Declarative Web Push). */
export type PushPayload = {
  web_push?: 8030;
  notification?: {
    title: string;
    body: string;
    icon: string;
    navigate: string;
    tag: string;
    lang: string;
    app_badge: string;
    data: PushData;
  };
  data?: PushData;
  app_badge: number;
};
