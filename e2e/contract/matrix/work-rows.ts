import type { Stage } from "./stage";
import { everybody, managers, type Row, type Rows } from "./row";

const houses = "/api/properties/";
const tasks = "/api/tasks/";
const wrong = { manager: "400 invalid_input" } as const;
const property = (body?: unknown) => async (stage: Stage) => ({
  path: `${houses}${(await stage.property()).id}/`,
  body,
});
const task = (body?: unknown) => async (stage: Stage) => ({ path: `${tasks}${(await stage.task()).id}/`, body });
const unknown = (list: string, body?: unknown): Row => ({
  when: "there is none",
  call: () => ({ path: `${list}999999/`, body }),
  by: { manager: "404 not_found" },
});
const makes = (when: string, more: object, field: string): Row => ({
  when,
  call: () => ({ path: tasks, body: { title: "Mow", ...more } }),
  by: wrong,
  field,
});

export const workRows: Rows = {
  listProperties: [{ when: "plain", call: () => ({ path: `${houses}?search=villa` }), by: everybody(200) }],
  getProperty: [{ when: "plain", call: property(), by: everybody(200), says: { name: "Villa Mar" } }, unknown(houses)],
  createProperty: [
    {
      when: "plain",
      call: () => ({ path: houses, body: { name: " Casa Sol ", address: "Calle 1" } }),
      by: managers(201),
      says: { name: "Casa Sol", address: "Calle 1" },
    },
    { when: "without a name", call: () => ({ path: houses, body: {} }), by: wrong, field: "name" },
  ],
  updateProperty: [
    { when: "plain", call: property({ name: "Casa" }), by: managers(200), says: { name: "Casa" } },
    { when: "to no name", call: property({ name: " " }), by: wrong, field: "name" },
    unknown(houses, { name: "x" }),
  ],
  deleteProperty: [{ when: "plain", call: property(), by: managers(204) }, unknown(houses)],
  listTasks: [
    { when: "plain", call: () => ({ path: tasks }), by: everybody(200) },
    {
      when: "of nobody",
      call: () => ({ path: `${tasks}?assigned_to=me` }),
      by: { sender: "400 invalid_input" },
      field: "assigned_to",
    },
  ],
  getTask: [
    { when: "plain", call: task(), by: everybody(200), says: { assigned_to: { username: "sender" } } },
    unknown(tasks),
  ],
  createTask: [
    {
      when: "plain",
      call: (stage) => ({
        path: tasks,
        body: {
          title: "Mow",
          task_type: "lawn_pool",
          assigned_to: stage.id("sender"),
          due_date: "2030-01-01T00:00:00Z",
        },
      }),
      by: managers(201),
      says: { status: "pending", task_type: "lawn_pool", property: null, created_by: { username: "manager" } },
    },
    makes("without a title", { title: undefined }, "title"),
    makes("of no such type", { task_type: "party" }, "task_type"),
    makes("of no such status", { status: "done" }, "status"),
    makes("at an unknown house", { property: 999_999 }, "property"),
    makes("for somebody unknown", { assigned_to: 999_999 }, "assigned_to"),
  ],
  updateTask: [
    {
      when: "plain",
      call: task({ status: "in-progress" }),
      by: { ...managers(200), sender: 200 },
      says: { status: "in-progress" },
    },
    { when: "more than its status", call: task({ title: "x", status: "completed" }), by: managers(200) },
    { when: "to no status", call: task({ status: "done" }), by: wrong, field: "status" },
    unknown(tasks, { status: "completed" }),
  ],
  deleteTask: [{ when: "plain", call: task(), by: managers(204) }, unknown(tasks)],
};
