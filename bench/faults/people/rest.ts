import type { Action } from "../history/entry";
import { type Attempted, refused, unknown } from "./attempt";
import type { WireMessage } from "./wire";

export type Answer = { status: number; body: unknown };

/** The REST interface, as a phone uses it. */
export class Rest {
  constructor(
    readonly url: string,
    private readonly token: string | null,
  ) {}

  async call(method: string, path: string, body?: unknown, patience = 6000): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
  }

  /** For what must work in the end: tries again while the outcome is open. */
  async insist<T>(method: string, path: string, body?: unknown): Promise<T> {
    for (let tries = 0; ; tries++) {
      const answer = await this.call(method, path, body).catch(() => ({ status: 503, body: null }));
      if (answer.status < 300) return answer.body as T;
      if (answer.status < 500 || tries === 100)
        throw new Error(`${method} ${path} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async perform(action: Action, who: number, patience: number): Promise<Attempted> {
    const [method, path, body] = requestOf(action);
    const { status, body: answer } = await this.call(method, path, body, patience);
    if (status < 300) return { outcome: "ok", result: resultOf(action, status, answer, who) };
    const { code = `status ${status}` } = (answer ?? {}) as { code?: string };
    if (status >= 500) return unknown(code === "internal" ? "500 internal" : code);
    return refused(code);
  }
}

function requestOf(action: Action): [method: string, path: string, body?: unknown] {
  const messages = "/api/chat/messages/";
  switch (action.do) {
    case "send": {
      const { room, content, client_id } = action;
      return ["POST", messages, { room, content, ...(client_id !== null && { client_id }) }];
    }
    case "edit":
      return ["PATCH", `${messages}${action.id}/`, { content: action.content }];
    case "delete":
      return ["DELETE", `${messages}${action.id}/`];
    case "react":
      if (action.on) return ["POST", `${messages}${action.id}/reactions/`, { emoji: action.emoji }];
      return ["DELETE", `${messages}${action.id}/reactions/${encodeURIComponent(action.emoji)}/`];
    case "look":
      return ["GET", `${messages}${action.id}/`];
    case "peek":
      return ["GET", `${messages}?room=${action.room}&limit=1`];
    case "read":
      return ["POST", `/api/chat/rooms/${action.room}/mark_read/`, { seq: action.seq }];
    case "watermark":
      return ["GET", `/api/chat/participants/?room=${action.room}&page_size=100`];
    case "remove":
      return ["DELETE", `/api/chat/participants/${action.participant}/`];
    case "leave":
      return ["POST", `/api/chat/rooms/${action.room}/leave/`];
    case "add":
      return ["POST", "/api/chat/participants/", { room: action.room, user: action.user }];
  }
}

function resultOf(action: Action, status: number, body: unknown, who: number) {
  if (action.do === "watermark") {
    const { results } = body as { results: { user: { id: number }; last_read_seq: number }[] };
    // Who has left between the question and the answer has no mark in it.
    const mine = results.find((one) => one.user.id === who);
    return mine ? { seq: mine.last_read_seq } : {};
  }
  if (action.do !== "send" && action.do !== "edit" && action.do !== "look") return {};
  const { id, seq, content } = body as WireMessage;
  return { id, seq, content, ...(action.do === "send" && { created: status === 201 }) };
}
