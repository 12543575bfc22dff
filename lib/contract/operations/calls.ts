import type { z } from "zod";
import type * as admin from "./admin";
import type * as attachments from "./attachments";
import type * as audit from "./audit";
import type * as blocks from "./blocks";
import type * as filter from "./filter";
import type * as held from "./held";
import type * as invites from "./invites";
import type * as links from "./links";
import type * as messages from "./messages";
import type * as notifications from "./notifications";
import type { Operation } from "./operation";
import type * as pushRecords from "./push-records";
import type * as participants from "./participants";
import type * as reports from "./reports";
import type * as passkeys from "./passkeys";
import type * as rooms from "./rooms";
import type * as secondFactor from "./second-factor";
import type * as sessions from "./sessions";
import type * as sharedDevices from "./shared-devices";
import type * as tokens from "./tokens";
import type * as uploads from "./uploads";
import type * as users from "./users";
import type * as work from "./work";

/** Types alone: whoever calls the API by them carries neither the schemas nor zod along. */
type Declared = typeof admin &
  typeof attachments &
  typeof audit &
  typeof blocks &
  typeof filter &
  typeof held &
  typeof invites &
  typeof links &
  typeof messages &
  typeof notifications &
  typeof participants &
  typeof pushRecords &
  typeof reports &
  typeof passkeys &
  typeof rooms &
  typeof secondFactor &
  typeof sessions &
  typeof sharedDevices &
  typeof tokens &
  typeof uploads &
  typeof users &
  typeof work;

type OperationIn<Value> = Value extends Operation ? Value : never;
type Declaration = OperationIn<Declared[keyof Declared]>;

export type OperationId = Declaration["id"];

/** Every operation of the REST interface that answers with JSON, by its method and path. */
export type Calls = {
  [O in Exclude<Declaration, { answers: "file" }> as `${O["method"]} ${O["path"]}`]: O;
};

/** What is written as text (in a path or query) may be given as what it means: a number, a boolean. */
type Meant<S extends z.ZodType> = {
  [K in keyof z.input<S>]: z.input<S>[K] | (K extends keyof z.output<S> ? z.output<S>[K] : never);
};
type Part<Name extends string, Value> = object extends Value ? { [K in Name]?: Value } : { [K in Name]: Value };

/** What a call takes: `params` of its path, `query`, `body`; each where the operation has it. */
export type CallInput<O extends Operation> = (O extends { params: infer S extends z.ZodType }
  ? Part<"params", Meant<S>>
  : unknown) &
  (O extends { query: infer S extends z.ZodType } ? Part<"query", Meant<S>> : unknown) &
  (O extends { body: infer S extends z.ZodType } ? Part<"body", z.input<S>> : unknown);

export type CallAnswer<O extends Operation> = O["response"] extends z.ZodType ? z.output<O["response"]> : undefined;
