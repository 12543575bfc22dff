import { z } from "zod";
import { type ErrorCode, errorCodes } from "./errors";
import { time } from "./shapes";

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** What every refused call answers. `fields` names what is wrong in the input, `until` when a refusal ends. */
export const errorBody = z
  .object({
    error: z.string(),
    detail: z.string(),
    code: z.enum(codes),
    request_id: z.string(),
    fields: z.record(z.string(), z.array(z.string())).optional(),
    until: time.optional(),
  })
  .meta({ id: "Error" });
