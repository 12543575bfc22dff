import { database, type Db } from "@/db/database";
import { selectTaken } from "@/db/queries/accounts";
import { insertUser } from "@/db/queries/users";
import type { ImportedLine } from "@/lib/contract/admin";
import { houseMay } from "@/lib/contract/permissions";
import { recordAudit } from "../audit/record-audit";
import type { Ctx } from "../ctx";
import { makeCode } from "../invites/make-code";
import { requireRole } from "../require-permission";
import { accountValues } from "../users/account-values";
import { refuseTaken } from "../users/refuse-taken";
import { type ListedPerson, readPeopleList } from "./read-people-list";

const hours = 168;

/**
 * Adds the people of a list: all, or none when anything is wrong with one of them. Each gets a link for a password. A
 * trial only tells what is wrong. Refuses with `forbidden`, `invalid_input` for what is no list of people.
 */
export async function importPeople(
  ctx: Ctx,
  { csv, trial }: { csv: string; trial: boolean },
): Promise<{ created: number; lines: ImportedLine[] }> {
  requireRole(ctx, "people.create");
  const listed = await withProblems(database().db, ctx, readPeopleList(csv));
  if (trial || listed.some(({ problem }) => problem !== null)) {
    return { created: 0, lines: listed.map((one) => present(one, null)) };
  }
  const lines = await refuseTaken(() =>
    database().db.transaction(async (tx) => {
      const done: ImportedLine[] = [];
      for (const one of listed) {
        if (!one.person) continue;
        const { username, role } = one.person;
        const { id } = await insertUser(tx, { ...(await accountValues(one.person)), username });
        const { made } = await makeCode(tx, { kind: "password", userId: id, role, hours, createdById: ctx.userId });
        done.push(present(one, made.url));
        const details = { username, role, imported: true };
        await recordAudit(tx, ctx, { action: "person.created", target: { type: "person", id }, details });
      }
      return done;
    }),
  );
  return { created: lines.length, lines };
}

/** What the list's own form does not tell: who is there already, comes twice, or would be above the caller. */
async function withProblems(db: Db, ctx: Ctx, listed: ListedPerson[]): Promise<ListedPerson[]> {
  const people = listed.flatMap(({ person }) => person ?? []);
  const names = people.map(({ username }) => username.toLowerCase());
  const emails = people.flatMap(({ email }) => (email === "" ? [] : email.toLowerCase()));
  const taken = await selectTaken(db, { names, emails });
  return listed.map((one) => {
    if (!one.person) return one;
    const name = one.person.username.toLowerCase();
    const email = one.person.email.toLowerCase();
    const problem = taken.names.has(name)
      ? "username: This username is taken."
      : email !== "" && taken.emails.has(email)
        ? "email: This e-mail address is taken."
        : houseMay(ctx.role, "people.create", { role: one.person.role })
          ? null
          : "role: This role is above your own.";
    // The next line with the same name finds it taken by this one.
    taken.names.add(name);
    if (email !== "") taken.emails.add(email);
    return { ...one, problem };
  });
}

function present({ line, given, person, problem }: ListedPerson, url: string | null): ImportedLine {
  const username = given.username ?? "";
  const name = `${given.first_name ?? ""} ${given.last_name ?? ""}`.trim();
  return { line, username, full_name: name === "" ? username : name, role: person?.role ?? null, problem, url };
}
