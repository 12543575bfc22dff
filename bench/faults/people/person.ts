import { Rest } from "./rest";

const password = "a long enough password";

/** Somebody who is signed in. */
export type Person = { id: number; username: string; token: string; rest: Rest };

/** On an empty installation: makes the first superuser, who then makes the others, and signs everybody in. */
export async function people(url: string, names: string[]): Promise<Person[]> {
  const [first = "owner", ...others] = names;
  const open = new Rest(url, null);
  await open.insist("POST", "/api/setup", account(first));
  const owner = await signIn(url, first);
  for (const username of others)
    await owner.rest.insist("POST", "/api/users/", { ...account(username), role: "staff" });
  return [owner, ...(await Promise.all(others.map((username) => signIn(url, username))))];
}

function account(username: string) {
  return { username, password, email: `${username}@example.com`, first_name: username, last_name: "Test" };
}

async function signIn(url: string, username: string): Promise<Person> {
  const open = new Rest(url, null);
  const { access, user } = await open.insist<{ access: string; user: { id: number } }>("POST", "/api/token/", {
    username,
    password,
  });
  return { id: user.id, username, token: access, rest: new Rest(url, access) };
}
