import type { Task } from "@/lib/contract/shapes";

export const houses: { name: string; address: string }[] = [
  { name: "Palm Villa", address: "12 Ocean Drive" },
  { name: "Harbor Loft", address: "3 Quay Street, flat 5" },
  { name: "Cedar Cottage", address: "48 Forest Lane" },
  { name: "Sunset House", address: "7 Hill Road" },
  { name: "Lakeside Cabin", address: "21 Lake Shore Road" },
  { name: "Garden Studio", address: "9b Mill Street" },
  { name: "Casa Azul", address: "30 Mission Avenue" },
  { name: "The Old Bakery", address: "1 Market Square" },
];

type SeedTask = {
  title: string;
  type: Task["task_type"];
  status: Task["status"];
  /** Index of the house. */
  house: number;
  who: string;
  /** Days from now. */
  due: number;
  text?: string;
};

export const tasks: SeedTask[] = [
  {
    title: "Turnover clean",
    type: "cleaning",
    status: "in-progress",
    house: 0,
    who: "alice",
    due: 0,
    text: "Six guests out at 10, four in at 16.",
  },
  { title: "Fix the dripping kitchen tap", type: "maintenance", status: "pending", house: 1, who: "bob", due: 1 },
  { title: "Pool chemistry check", type: "lawn_pool", status: "in-progress", house: 0, who: "charlie", due: 0 },
  { title: "Deep clean after long stay", type: "cleaning", status: "pending", house: 3, who: "rosa", due: 2 },
  {
    title: "Replace smoke detector batteries",
    type: "maintenance",
    status: "completed",
    house: 2,
    who: "dave",
    due: -3,
  },
  { title: "Linen for the weekend", type: "laundry", status: "in-progress", house: 4, who: "tomas", due: 1 },
  { title: "Quarterly inspection", type: "inspection", status: "pending", house: 6, who: "priya", due: 5 },
  { title: "Welcome basket", type: "preparation", status: "pending", house: 3, who: "linh", due: 2 },
  { title: "Mow the lawn", type: "lawn_pool", status: "completed", house: 2, who: "charlie", due: -1 },
  {
    title: "Boiler service",
    type: "maintenance",
    status: "waiting_dependency",
    house: 7,
    who: "bob",
    due: 3,
    text: "The part arrives on Thursday.",
  },
  { title: "Turnover clean", type: "cleaning", status: "completed", house: 5, who: "linh", due: -2 },
  { title: "Wash the curtains", type: "laundry", status: "pending", house: 7, who: "jonas", due: 6 },
  { title: "Repaint the hallway", type: "maintenance", status: "canceled", house: 1, who: "dave", due: -5 },
  { title: "Check the window locks", type: "inspection", status: "completed", house: 5, who: "dave", due: -6 },
  {
    title: "Renew the insurance papers",
    type: "administration",
    status: "in-progress",
    house: 6,
    who: "maria",
    due: 7,
  },
  { title: "Trim the hedge", type: "lawn_pool", status: "pending", house: 6, who: "charlie", due: 4 },
  { title: "Spare towels", type: "laundry", status: "completed", house: 1, who: "jonas", due: -1 },
  { title: "Clean the oven", type: "cleaning", status: "completed", house: 4, who: "alice", due: -4 },
  { title: "New key safe", type: "maintenance", status: "pending", house: 4, who: "bob", due: 3 },
  { title: "Count the crockery", type: "other", status: "pending", house: 7, who: "rosa", due: 8 },
];
