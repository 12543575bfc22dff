import { sql } from "drizzle-orm";
import { database, type Db } from "@/db/database";
import { anyUsers, lockAccounts } from "@/db/queries/users";
import { users } from "@/db/schema/users";
import { properties, tasks } from "@/db/schema/work";
import { hashPassword } from "@/lib/auth/password";
import { config } from "@/lib/config/config";
import { indexMessages } from "@/lib/domain/messages/index-messages";
import { houses as seedHouses, tasks as seedTasks } from "./content/work";
import { people } from "./content/people";
import { rooms as seedRooms } from "./content/rooms";
import { seedRoom } from "./seed-room";

type Demo = { people: { username: string; full_name: string; role: string }[]; password: string };

const password = "aristay-demo";
const day = 24 * 3_600_000;

/** Makes the demo workspace where nobody has an account yet; null when there is somebody, or SEED is `none`. */
export async function seedWhenEmpty(): Promise<Demo | null> {
  if (config().SEED === "none" || (await anyUsers(database().db))) return null;
  const hashes = await Promise.all(people.map(() => hashPassword(password)));
  const made = await database().db.transaction(async (tx) => {
    // Several processes may start together: one seeds, the others find people.
    await lockAccounts(tx);
    if (await anyUsers(tx)) return false;
    await seedAll(tx, hashes, new Date());
    return true;
  });
  if (!made) return null;
  // Of tables that were empty a moment ago the planner thinks the worst: a search would take seconds until it is told.
  await indexMessages();
  await database().db.execute(sql`analyze`);
  const shown = people.map(({ username, first, last, role }) => ({ username, full_name: `${first} ${last}`, role }));
  return { people: shown, password };
}

async function seedAll(tx: Db, hashes: string[], now: Date): Promise<void> {
  const began = new Date(now.getTime() - 30 * day).toISOString();
  const dates = { createdAt: began, modifiedAt: began };
  const staff = await tx
    .insert(users)
    .values(
      people.map(({ username, first, last, role, group, locale = "en" }, index) => ({
        ...dates,
        username,
        email: `${username}@aristay.example`,
        passwordHash: hashes[index] ?? null,
        firstName: first,
        lastName: last,
        role,
        taskGroup: group,
        locale,
        onDuty: role === "staff" && index % 3 !== 1,
        lastActiveAt: new Date(now.getTime() - (index + 1) * 1_700_000).toISOString(),
      })),
    )
    .returning({ id: users.id, name: users.username });
  const houses = await tx
    .insert(properties)
    .values(seedHouses.map((house) => ({ ...house, ...dates })))
    .returning({ id: properties.id });
  const user = (name: string) => found(staff.find((one) => one.name === name)?.id, name);
  const house = (index: number) => found(houses[index]?.id, `house ${index}`);
  const work = await tx
    .insert(tasks)
    .values(
      seedTasks.map((task) => ({
        title: task.title,
        description: task.text ?? "",
        taskType: task.type,
        status: task.status,
        propertyId: house(task.house),
        assignedToId: user(task.who),
        createdById: user("maria"),
        dueDate: dueAt(now, task.due),
        createdAt: new Date(now.getTime() - 10 * day).toISOString(),
        modifiedAt: new Date(now.getTime() - 2 * day).toISOString(),
      })),
    )
    .returning({ id: tasks.id });
  const task = (index: number) => found(work[index]?.id, `task ${index}`);
  for (const [index, room] of seedRooms.entries()) await seedRoom(tx, room, index, { user, house, task }, now);
}

/** At 16 o'clock (UTC) of that day. */
function dueAt(now: Date, days: number): string {
  const due = new Date(now.getTime() + days * day);
  due.setUTCHours(16, 0, 0, 0);
  return due.toISOString();
}

function found(id: number | undefined, what: string): number {
  if (id === undefined) throw new Error(`The demo names ${what}, which it does not have.`);
  return id;
}
