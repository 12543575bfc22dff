import { z } from "zod";
import { roomEvent, socketEvents } from "@/lib/contract/events";
import { errorBody } from "@/lib/contract/error-body";
import { serverFrames } from "@/lib/contract/server-frames";
import { routes } from "@/lib/http/routes";
import { DartTypes } from "./dart-types";
import { jsonOf } from "./describe-input";

const head = `// Made from the contract by \`npm run docs:api\`; do not edit.

/// A page of a list. [next] and [previous] are absolute addresses.
class PageOf<T> {
  PageOf.fromJson(Map<String, dynamic> json, T Function(Map<String, dynamic>) read)
    : count = json['count'] as int,
      next = json['next'] as String?,
      previous = json['previous'] as String?,
      results = (json['results'] as List<dynamic>).map((dynamic item) => read(item as Map<String, dynamic>)).toList();
  final int count;
  final String? next;
  final String? previous;
  final List<T> results;
}`;

const pascal = (id: string) => id.charAt(0).toUpperCase() + id.slice(1);
export const answerName = (id: string) => `${pascal(id)}Answer`;

/** The types of everything that the server says. */
export function dartTypes(): DartTypes {
  const types = new DartTypes();
  types.union("RoomEvent", "Event", jsonOf(roomEvent, "output"));
  types.union("ServerFrame", "Frame", jsonOf(z.union(Object.values(serverFrames)), "output"));
  types.typeOf(jsonOf(errorBody, "output"), "Refusal");
  types.typeOf(jsonOf(socketEvents.typing, "output"), "TypingNotice");
  types.typeOf(jsonOf(socketEvents.presence, "output"), "PresenceNotice");
  types.typeOf(jsonOf(socketEvents.block, "output"), "BlockNotice");
  for (const { operation } of routes) {
    if (operation.response) types.typeOf(jsonOf(operation.response, "output"), answerName(operation.id));
  }
  return types;
}

export const dartModels = () => `${head}\n\n${dartTypes().code}\n`;
