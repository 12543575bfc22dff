import { z } from "zod";
import {
  createDocument,
  type CreateDocumentOptions,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { errorBody } from "@/lib/contract/error-body";
import { errorSentences } from "@/lib/contract/error-sentences";
import { type ErrorCode, errorCodes } from "@/lib/contract/errors";
import { examples } from "@/lib/contract/examples/operations";
import { errorsOf } from "@/lib/contract/operations/errors-of";
import type { Operation } from "@/lib/contract/operations/operation";
import { routes } from "../routes";
import { resumableUploadPaths } from "./resumable-upload-paths";

const json = "application/json";
/** By the noun in an operation's path. */
const tags = {
  token: "Signing in and out with tokens.",
  rooms: "Chats: direct, groups, those of a task or property.",
  messages: "Sending, reading, searching and changing messages.",
  attachments: "Photos, files and recordings.",
  uploads: "Uploads in parts, which go on after the line broke.",
  participants: "Who is in a room, and with what rights.",
  typing: "Who is writing, for those who poll.",
  sync: "Everything that happened since a cursor.",
  users: "The directory of staff, one's own profile and devices, and the accounts.",
  setup: "The first account of a new installation.",
  passkeys: "Signing in without a password: what an authenticator is asked to sign.",
  properties: "The houses.",
  tasks: "The work.",
  devices: "Telling the phone app of news: its FCM token.",
  notifications: "What concerned the caller: mentions, replies, reactions, rooms that they were brought into.",
  push: "Telling browsers of news: their push subscriptions.",
  reports: "Reports to the moderators; what they do about them is under `admin`.",
  held: "The caller's texts that wait for a moderator; what those do about them is under `admin`.",
  warnings: "What moderators told the caller.",
  codes: "Codes that let somebody in: invitations and links for a password.",
  admin: "What only managers see.",
} as const;

const requestId = "6d1f3a0e-6a6f-4a53-8c5e-0b8a8d2f7c11";

/** The REST interface as OpenAPI 3.1, made from the operations that the router answers. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = { ...resumableUploadPaths };
  for (const { operation } of routes) {
    const method = operation.method.toLowerCase() as "get" | "post" | "patch" | "put" | "delete";
    paths[operation.path] = { ...paths[operation.path], [method]: describeOperation(operation) };
  }
  const document: ZodOpenApiObject = {
    openapi: "3.1.0",
    info: {
      title: "AriStay chat",
      version: "1.0.0",
      description: [
        "Rooms, messages, people and work. Every path answers with and without its trailing slash.",
        "Lists are pages of `{count, next, previous, results}`; messages have cursors beside.",
        "The sockets are described in [asyncapi.json](/api/asyncapi.json).",
      ].join(" "),
    },
    servers: [{ url: "/" }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "The access token." },
        cookie: {
          type: "apiKey",
          in: "cookie",
          name: "next-auth.session-token",
          description: "A signed-in browser; over HTTPS its name begins with __Host-. Writes need the own origin.",
        },
      },
    },
  };
  return createDocument(document, { override: openAnswers });
}

/** An answer may have more fields some day: what goes out is not closed, what comes in is. */
const openAnswers: NonNullable<CreateDocumentOptions["override"]> = ({ jsonSchema, io }) => {
  if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

function describeOperation(operation: Operation): ZodOpenApiOperationObject {
  const example = examples[operation.id] ?? {};
  const requestParams = {
    ...(operation.params && { path: operation.params as z.ZodObject }),
    ...(operation.query && { query: operation.query as z.ZodObject }),
  };
  const success = {
    description: operation.response ? "Done." : operation.answers ? "The bytes." : "Done; nothing to tell.",
    ...(operation.response && { content: { [json]: { schema: operation.response, example: example.response } } }),
    ...(operation.answers && { content: { "*/*": { schema: z.file() } } }),
  };
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [tagOf(operation)],
    security: operation.auth === "bearer" ? [{ bearer: [] }, { cookie: [] }] : [],
    ...(Object.keys(requestParams).length > 0 && { requestParams }),
    ...((operation.body ?? operation.form) && {
      requestBody: {
        required: !operation.body?.safeParse({}).success,
        content: {
          ...(operation.body && { [json]: { schema: operation.body, example: example.body } }),
          ...(operation.form && { "multipart/form-data": { schema: formSchema(operation.form) } }),
        },
      },
    }),
    responses: {
      [operation.status]: success,
      ...(operation.id === "sendMessage" && {
        200: { ...success, description: "It had been sent before with this client_id: the first message." },
      }),
      ...refusals(operation),
    },
  };
}

function formSchema({ file, required, fields }: NonNullable<Operation["form"]>): z.ZodType {
  const bytes = z.file();
  return (fields as z.ZodObject).extend({ [file]: required ? bytes : bytes.optional() });
}

/** The refusals of an operation by status, each code with its example. */
function refusals(operation: Operation): ZodOpenApiOperationObject["responses"] {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(operation)) {
    const { status } = errorCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\``).join(", "),
        ...headersOf(status),
        content: {
          [json]: {
            schema: errorBody,
            examples: Object.fromEntries(codes.map((code) => [code, { value: exampleError(code) }])),
          },
        },
      },
    ]),
  );
}

function headersOf(status: number) {
  const name = status === 401 ? "WWW-Authenticate" : status === 429 || status === 503 ? "Retry-After" : undefined;
  if (name === undefined) return {};
  const schema = name === "Retry-After" ? { type: "integer" as const } : { type: "string" as const };
  return { headers: { [name]: { schema } } };
}

function exampleError(code: ErrorCode): z.output<typeof errorBody> {
  const error = errorSentences[code];
  const body = { error, detail: error, code, request_id: requestId };
  return code === "invalid_input" ? { ...body, fields: { name: ["There is no such field."] } } : body;
}

/** `rooms` for /api/chat/rooms/…, `users` for /api/users/…. */
function tagOf({ path }: Pick<Operation, "path">): keyof typeof tags {
  const [, , first = "", second = ""] = path.split("/");
  const noun = first === "chat" ? second : first;
  if (!(noun in tags)) throw new Error(`The API document has no description of "${noun}".`);
  return noun as keyof typeof tags;
}
