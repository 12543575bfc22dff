import { errorSentences } from "@/lib/contract/error-sentences";
import { errorCodes } from "@/lib/contract/errors";
import type { Operation } from "@/lib/contract/operations/operation";
import { routes } from "@/lib/http/routes";
import { describeInput } from "./describe-input";
import type { PlainValues } from "./plain-values";
import type { Exchange } from "./recorder";
import { renderExchange } from "./render-exchange";

/** `rooms` for /api/chat/rooms/…, `users` for /api/users/…. */
export const nounOf = ({ path }: Operation): string => {
  const [, , first = "", second = ""] = path.split("/");
  return first === "chat" ? second : first;
};

export const nouns = [...new Set(routes.map(({ operation }) => nounOf(operation)))];

/** All calls of one noun: what they take, what they refuse, and what was really sent and answered. */
export function renderOperations(noun: string, exchanges: Map<string, Exchange[]>, values: PlainValues): string {
  const texts: string[] = [];
  for (const { operation } of routes) {
    if (nounOf(operation) !== noun) continue;
    const examples: string[] = [];
    for (const exchange of exchanges.get(operation.id) ?? []) examples.push(renderExchange(exchange, values));
    texts.push([...describe(operation), ...examples].join("\n\n"));
  }
  return texts.join("\n\n");
}

function describe(operation: Operation): string[] {
  const { id, method, path, summary, errors, auth } = operation;
  const own = errors.map((code) => `\`${code}\` (${errorCodes[code].status})`).join(", ");
  const parts = [
    `### \`${method} ${path}\``,
    `${summary}.${auth === "none" ? " No token needed." : ""} In the Dart client: \`api.${id}\`.`,
    describeInput(operation),
    own && `Refusals of its own: ${own}.`,
  ];
  return parts.filter((part) => part !== "");
}

/** Every code with its status and sentence, and whether the same call may be made again. */
export function renderErrors(): string {
  const rows = Object.entries(errorCodes).map(([code, entry]) => {
    const again =
      "retry" in entry ? "yes, with the same `client_id`" : code === "rate_limited" ? "after `Retry-After`" : "";
    return `| ${entry.status} | \`${code}\` | ${errorSentences[code as keyof typeof errorSentences]} | ${again} |`;
  });
  return ["| status | code | meaning | again? |", "| -- | -- | -- | -- |", ...rows].join("\n");
}
