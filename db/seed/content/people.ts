import type { Role, TaskGroup } from "@/lib/contract/shapes";

export type SeedPerson = {
  username: string;
  first: string;
  last: string;
  role: Role;
  group: TaskGroup;
  locale?: string;
};

export const people: SeedPerson[] = [
  { username: "admin", first: "Ada", last: "Brandt", role: "superuser", group: "none" },
  { username: "maria", first: "Maria", last: "Reyes", role: "manager", group: "general" },
  { username: "alice", first: "Alice", last: "Johnson", role: "staff", group: "cleaning" },
  { username: "bob", first: "Bob", last: "Smith", role: "staff", group: "maintenance" },
  { username: "charlie", first: "Charlie", last: "Okafor", role: "staff", group: "lawn_pool" },
  { username: "dave", first: "Dave", last: "Miller", role: "staff", group: "maintenance" },
  { username: "linh", first: "Linh", last: "Trần", role: "staff", group: "cleaning", locale: "vi" },
  { username: "tomas", first: "Tomás", last: "Keller", role: "staff", group: "laundry", locale: "es" },
  { username: "rosa", first: "Rosa", last: "Núñez", role: "staff", group: "cleaning", locale: "es" },
  { username: "priya", first: "Priya", last: "Nair", role: "manager", group: "general" },
  { username: "jonas", first: "Jonas", last: "Weber", role: "staff", group: "laundry" },
  { username: "olivia", first: "Olivia", last: "Hart", role: "viewer", group: "none" },
];
