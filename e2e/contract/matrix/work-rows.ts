import type { Stage } from "./stage";
import { managers, type Row, type Rows } from "./row";

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
  listProperties: [{ call: () => ({ path: `${houses}?search=villa` }) }],
  getProperty: [{ call: property(), says: { name: "Villa Mar" } }, unknown(houses)],
  createProperty: [
    {
      call: () => ({ path: houses, body: { name: " Casa Sol ", address: "Calle 1" } }),
      says: { name: "Casa Sol", address: "Calle 1" },
    },
    { when: "without a name", call: () => ({ path: houses, body: {} }), by: wrong, field: "name" },
  ],
  updateProperty: [
    { call: property({ name: "Casa" }), says: { name: "Casa" } },
    { when: "to no name", call: property({ name: " " }), by: wrong, field: "name" },
    unknown(houses, { name: "x" }),
  ],
  deleteProperty: [{ call: property() }, unknown(houses)],
  listTasks: [
    { call: () => ({ path: tasks }) },
    {
      when: "of nobody",
      call: () => ({ path: `${tasks}?assigned_to=me` }),
      by: { sender: "400 invalid_input" },
      field: "assigned_to",
    },
  ],
  getTask: [{ call: task(), says: { assigned_to: { username: "sender" } } }, unknown(tasks)],
  createTask: [
    {
      call: (stage) => ({
        path: tasks,
        body: {
          title: "Mow",
          task_type: "lawn_pool",
          assigned_to: stage.id("sender"),
          due_date: "2030-01-01T00:00:00Z",
        },
      }),
      says: { status: "pending", task_type: "lawn_pool", property: null },
    },
    makes("without a title", { title: undefined }, "title"),
    makes("of no such type", { task_type: "party" }, "task_type"),
    makes("of no such status", { status: "done" }, "status"),
    makes("at an unknown house", { property: 999_999 }, "property"),
    makes("for somebody unknown", { assigned_to: 999_999 }, "assigned_to"),
  ],
  updateTask: [
    {
      call: task({ status: "in-progress" }),
      says: { status: "in-progress" },
    },
    { when: "more than its status", call: task({ title: "x", status: "completed" }), by: managers(200) },
    { when: "to no status", call: task({ status: "done" }), by: wrong, field: "status" },
    unknown(tasks, { status: "completed" }),
  ],
  deleteTask: [{ call: task() }, unknown(tasks)],
};
