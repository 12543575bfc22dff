import { Rest } from "./rest";

const password = "a long enough password";

/** Somebody who is signed in. */
export type SignedIn = { id: number; username: string; token: string };
export type Person = SignedIn & { rest: Rest };

export function personAt(url: string, one: SignedIn): Person {
  return { ...one, rest: new Rest(url, one.token) };
}

/** The list of an installation's people as its operator imports it: the first one may do everything. */
export function accounts(names: string[]): object[] {
  return names.map((username, i) => ({
    username,
    password,
    email: `${username}@example.com`,
    first_name: username,
    last_name: "Test",
    role: i === 0 ? "superuser" : "staff",
  }));
}

export function signInAll(url: string, names: string[]): Promise<SignedIn[]> {
  const open = new Rest(url, null);
  return Promise.all(
    names.map(async (username) => {
      const body = { username, password };
      const { access, user } = await open.insist<{ access: string; user: { id: number } }>("POST", "/api/token/", body);
      return { id: user.id, username, token: access };
    }),
  );
}
