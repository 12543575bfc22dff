import type { Line } from "./line";
import { cleaning, general, maintenance } from "./group-lines";
import { aliceBob, aliceMaria, linhMaria, rosaTomas, bobDave } from "./direct-lines";
import { houseNews } from "./news-lines";
import { bakery, boiler, palm, palmTurnover, sunset, tap } from "./work-lines";

type SeedRoom = {
  type: "direct" | "group" | "task" | "property";
  name?: string;
  description?: string;
  /** Its first one, and Maria. */
  onlyAdminsWrite?: true;
  /** Index among the houses or the tasks. */
  of?: number;
  /** The first one made the room. */
  people: string[];
  lines: Line[];
  /** How many hours ago the last message was sent. */
  quietHours: number;
  /** How many of the last messages these people have not read. */
  unread?: Record<string, number>;
};

const everybody = "maria admin alice bob charlie dave linh tomas rosa priya jonas olivia".split(" ");

export const rooms: SeedRoom[] = [
  {
    type: "group",
    name: "Everyone",
    description: "News for the whole team",
    people: everybody,
    lines: general,
    quietHours: 2,
    unread: { alice: 3, bob: 5, olivia: 12, jonas: 8 },
  },
  {
    type: "group",
    name: "Cleaning crew",
    people: ["maria", "alice", "linh", "rosa", "tomas", "jonas"],
    lines: cleaning,
    quietHours: 0.6,
    unread: { alice: 2, tomas: 6 },
  },
  {
    type: "group",
    name: "Maintenance",
    people: ["priya", "bob", "dave", "charlie", "maria"],
    lines: maintenance,
    quietHours: 3,
    unread: { dave: 1, maria: 4 },
  },
  { type: "direct", people: ["alice", "bob"], lines: aliceBob, quietHours: 0.2, unread: { alice: 1 } },
  { type: "direct", people: ["maria", "alice"], lines: aliceMaria, quietHours: 5 },
  { type: "direct", people: ["linh", "maria"], lines: linhMaria, quietHours: 20 },
  { type: "direct", people: ["rosa", "tomas"], lines: rosaTomas, quietHours: 1.5, unread: { rosa: 2 } },
  { type: "direct", people: ["bob", "dave"], lines: bobDave, quietHours: 26 },
  { type: "task", of: 0, people: ["maria", "alice", "linh"], lines: palmTurnover, quietHours: 1, unread: { linh: 1 } },
  { type: "task", of: 1, people: ["priya", "bob", "alice"], lines: tap, quietHours: 8 },
  { type: "task", of: 9, people: ["priya", "bob", "dave", "maria"], lines: boiler, quietHours: 30 },
  {
    type: "property",
    of: 0,
    people: ["maria", "alice", "charlie", "bob", "linh"],
    lines: palm,
    quietHours: 4,
    unread: { bob: 2 },
  },
  { type: "property", of: 3, people: ["maria", "rosa", "linh", "dave"], lines: sunset, quietHours: 50 },
  { type: "property", of: 7, people: ["priya", "bob", "jonas", "rosa", "admin"], lines: bakery, quietHours: 72 },
  {
    type: "group",
    name: "House news",
    description: "What the office tells everybody",
    onlyAdminsWrite: true,
    people: ["admin", ...everybody.filter((name) => name !== "admin")],
    lines: houseNews,
    quietHours: 45,
  },
];
