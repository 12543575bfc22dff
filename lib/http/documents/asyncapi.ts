import { z } from "zod";
import { config } from "@/lib/config/config";
import { socketCommands } from "@/lib/contract/acknowledgements";
import { frames } from "@/lib/contract/commands";
import { socketEvents } from "@/lib/contract/events";
import { refusedAck, serverFrames } from "@/lib/contract/server-frames";

type Json = Record<string, unknown>;
const ref = (path: string) => ({ $ref: `#/${path}` });

/** Both kinds of sockets as AsyncAPI 3, made from the schemas that validate what they carry. */
export function asyncApiDocument() {
  const { host, protocol } = new URL(config().APP_URL);
  const scheme = protocol === "https:" ? "wss" : "ws";
  const schemas: Json = {};
  const socket = new Channel("socket", schemas);
  const room = new Channel("room", schemas);
  for (const [name, { payload, ack }] of Object.entries(socketCommands)) {
    socket.receives(name, payload, { name: `${name} acknowledged`, schema: z.union([ack, refusedAck]) });
  }
  for (const [name, schema] of Object.entries(socketEvents)) socket.sends(name, schema);
  for (const [name, schema] of Object.entries(frames)) room.receives(name, schema);
  for (const [name, schema] of Object.entries(serverFrames)) room.sends(name, schema);
  return {
    asyncapi: "3.0.0",
    info: {
      title: "AriStay chat, live",
      version: "1.0.0",
      description: [
        "Socket.IO for all the caller's rooms, and one raw WebSocket a room for the phones in the field.",
        "On Socket.IO an event's name is the message's name here, and each event of a client is acknowledged.",
        "On the raw WebSocket the name is the frame's `type`.",
      ].join(" "),
    },
    defaultContentType: "application/json",
    servers: {
      socket: {
        host,
        protocol: scheme,
        pathname: "/socket.io/",
        description: "Socket.IO 4, WebSocket transport only; the access token is `auth.token` of the handshake.",
        security: [ref("components/securitySchemes/handshake"), ref("components/securitySchemes/cookie")],
      },
      room: {
        host,
        protocol: scheme,
        description: "Closed with 4401 without a good token, 4403 outside the room, 4404 for an unknown room.",
        security: [ref("components/securitySchemes/query"), ref("components/securitySchemes/cookie")],
      },
    },
    channels: {
      socket: { address: "/socket.io/", servers: [ref("servers/socket")], messages: socket.messages },
      room: {
        address: "/ws/chat/{room}/",
        servers: [ref("servers/room")],
        parameters: { room: { description: "The id of the room." } },
        messages: room.messages,
      },
    },
    operations: { ...socket.operations, ...room.operations },
    components: {
      schemas,
      securitySchemes: {
        handshake: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "As `auth.token`." },
        query: { type: "httpApiKey", name: "token", in: "query", description: "The access token." },
        cookie: { type: "httpApiKey", name: "next-auth.session-token", in: "cookie" },
      },
    },
  };
}

/** Messages and operations of one channel, told from the server's side. */
class Channel {
  readonly messages: Json = {};
  readonly operations: Json = {};

  constructor(
    private readonly name: string,
    private readonly schemas: Json,
  ) {}

  sends(event: string, schema: z.ZodType): void {
    const key = this.#message(`${event} from the server`, event, schema, "output");
    this.operations[`${this.name}.send.${key}`] = this.#operation("send", key);
  }

  receives(event: string, schema: z.ZodType, reply?: { name: string; schema: z.ZodType }): void {
    const key = this.#message(`${event} from the client`, event, schema, "input");
    const answer = reply && this.#message(reply.name, reply.name, reply.schema, "output");
    this.operations[`${this.name}.receive.${key}`] = {
      ...this.#operation("receive", key),
      ...(answer && { reply: { channel: this.#channel(), messages: [this.#ref(answer)] } }),
    };
  }

  #operation(action: string, key: string) {
    return { action, channel: this.#channel(), messages: [this.#ref(key)] };
  }

  #channel() {
    return ref(`channels/${this.name}`);
  }

  #ref(key: string) {
    return ref(`channels/${this.name}/messages/${key}`);
  }

  #message(title: string, name: string, schema: z.ZodType, io: "input" | "output"): string {
    const key = title.replace(/[^A-Za-z0-9]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? "");
    const json = z.toJSONSchema(schema, { target: "draft-7", io });
    this.messages[key] = { name, title, payload: hoist(json, this.schemas, io === "output") };
    return key;
  }
}

/** Named shapes move to the document's components, where every reference finds them. */
function hoist(schema: Json, schemas: Json, open: boolean): unknown {
  const { $schema: _, definitions, ...rest } = schema;
  for (const [name, definition] of Object.entries((definitions ?? {}) as Json)) {
    schemas[name] ??= tidy(definition, open);
  }
  return tidy(rest, open);
}

/** References lead to the components; `open`: what the server says may have more fields some day. */
function tidy(value: unknown, open: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => tidy(item, open));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, inner]) => !(open && key === "additionalProperties" && inner === false),
  );
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      key === "$ref" ? String(inner).replace("#/definitions/", "#/components/schemas/") : tidy(inner, open),
    ]),
  );
}
