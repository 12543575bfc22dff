import { parse } from "csv-parse/sync";
import type { z } from "zod";
import { ChatError } from "@/lib/contract/errors";
import { createUserOp } from "@/lib/contract/operations/users";

const columns = ["username", "first_name", "last_name", "email", "role", "task_group"] as const;
/** Passwords have no business in a list that is mailed around. */
const line = createUserOp.body.omit({ password: true });
const most = 500;

export type ListedPerson = {
  line: number;
  given: Record<string, string>;
  person: z.output<typeof line> | undefined;
  problem: string | null;
};

/** The people of a list with commas, semicolons or tabs, whose first line names the columns. Refuses with `invalid_input`. */
export function readPeopleList(csv: string): ListedPerson[] {
  const records = parsed(csv);
  const names = Object.keys(records[0] ?? {});
  const unknown = names.filter((name) => !columns.some((known) => known === name));
  if (records.length === 0) throw invalid("There is nobody in the list.");
  if (!names.includes("username")) throw invalid("The first line must name the columns; one is username.");
  if (unknown.length > 0) throw invalid(`There is no column ${unknown.join(", ")}. Known are ${columns.join(", ")}.`);
  if (records.length > most) throw invalid(`At most ${most} people at once.`);
  return records.map((given, index) => {
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
    const { data, error } = line.safeParse(filled);
    const [issue] = error?.issues ?? [];
    const problem = issue ? `${issue.path.join(".")}: ${issue.message}` : null;
    // Line 1 names the columns.
    return { line: index + 2, given, person: data, problem };
  });
}

function parsed(csv: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(csv, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase().replaceAll(" ", "_")),
      delimiter: [",", ";", "\t"],
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    throw invalid("It is no list with commas, semicolons or tabs, or a quote in it is not closed.");
  }
}

const invalid = (reason: string) => new ChatError("invalid_input", reason, { fields: { csv: [reason] } });
