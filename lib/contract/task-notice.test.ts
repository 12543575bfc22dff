import { expect, test } from "vitest";
import { readTaskNotice, type TaskNotice, writeTaskNotice } from "./task-notice";

const statuses = ["pending", "waiting_dependency", "in-progress", "completed", "canceled"] as const;
const name = "Minh Trần Jr.";
const notices: TaskNotice[] = [
  ...statuses.flatMap((from) => statuses.map((to) => ({ change: "status" as const, name, from, to }))),
  { change: "assigned", name, assignee: "Bob Smith" },
  { change: "unassigned", name },
  { change: "due", name, due: "2026-05-01T09:30:00Z" },
  { change: "noDue", name },
];

test("what was written of a change is read back whole", () => {
  for (const notice of notices) expect(readTaskNotice(writeTaskNotice(notice))).toEqual(notice);
});

test("any other sentence is nobody's change, and stays as it is", () => {
  for (const sentence of [
    "",
    "The house is full.",
    "Bob changed the status from Ready to Gone.",
    "assigned the task to .",
  ]) {
    expect(readTaskNotice(sentence)).toBeNull();
  }
});
