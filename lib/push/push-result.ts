/** What came of handing something to a push service. `gone`: the device is not there any more, and never will be again. */
export type PushResult =
  | { kind: "accepted" }
  | { kind: "gone"; reason: string }
  /** Not now. `after`: in so many seconds, where the service has said so. */
  | { kind: "retry"; reason: string; after?: number }
  | { kind: "failed"; reason: string };
