import type { z } from "zod";
import type { ErrorCode } from "@/lib/contract/errors";

/** One call of the REST interface: what the router, the parser and the API document are made from. */
export type Operation = {
  id: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With the trailing slash; the form without it answers just the same. */
  path: `/api/${string}/`;
  summary: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** What multipart/form-data carries: one file under the name `file`, and fields, all of them text. */
  form?: { file: string; required: boolean; fields: z.ZodType };
  status: 200 | 201 | 204;
  response: z.ZodType | null;
  /** The bytes of a file instead of JSON: 200, 206, 304 or 416. */
  answers?: "file";
  auth: "bearer" | "none";
  /** What it is counted as, beside its being a read, a write, or open to anybody: what costs more may be done less often. */
  rate?: "report" | "send" | "upload" | "search" | "create_room" | "refresh";
  /** Its own refusals; those that every call may meet are added by `errorsOf`. */
  errors: readonly ErrorCode[];
};

/** Keeps the exact type of what is given, and checks it against `Operation`. */
export const operation = <const T extends Operation>(given: T): T => given;
