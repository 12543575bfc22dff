import type { Task } from "./shapes";

type Status = Task["status"];

/** One change of a task, as its room is told of it. Names are full names; a due date is a time, to the minute. */
export type TaskNotice =
  | { change: "status"; name: string; from: Status; to: Status }
  | { change: "assigned"; name: string; assignee: string }
  | { change: "unassigned"; name: string }
  | { change: "due"; name: string; due: string }
  | { change: "noDue"; name: string };

const statuses: Record<Status, string> = {
  pending: "Pending",
  waiting_dependency: "Waiting for something else",
  "in-progress": "In progress",
  completed: "Completed",
  canceled: "Canceled",
};
const statusCalled = (words = "") => (Object.keys(statuses) as Status[]).find((status) => statuses[status] === words);

/**
 * The sentence that a system message holds for a change: English, since its text is part of the wire and clients in the
 * field show it as it is. Readers are in several time zones, so a time names its own: `2026-05-01 09:30 UTC`.
 */
export function writeTaskNotice(notice: TaskNotice): string {
  switch (notice.change) {
    case "status":
      return `${notice.name} changed the status from ${statuses[notice.from]} to ${statuses[notice.to]}.`;
    case "assigned":
      return `${notice.name} assigned the task to ${notice.assignee}.`;
    case "unassigned":
      return `${notice.name} took the task from its assignee.`;
    case "due":
      return `${notice.name} set the due date to ${notice.due.slice(0, 16).replace("T", " ")} UTC.`;
    case "noDue":
      return `${notice.name} removed the due date.`;
  }
}

/** What a sentence of `writeTaskNotice` tells, so that it can be shown in the reader's language; null for any other. */
export function readTaskNotice(sentence: string): TaskNotice | null {
  const status = /^(.+) changed the status from (.+) to (.+)\.$/.exec(sentence);
  const [from, to] = [statusCalled(status?.[2]), statusCalled(status?.[3])];
  if (status?.[1] && from && to) return { change: "status", name: status[1], from, to };
  const assigned = /^(.+?) assigned the task to (.+)\.$/.exec(sentence);
  if (assigned?.[1] && assigned[2]) return { change: "assigned", name: assigned[1], assignee: assigned[2] };
  const unassigned = /^(.+) took the task from its assignee\.$/.exec(sentence);
  if (unassigned?.[1]) return { change: "unassigned", name: unassigned[1] };
  const due = /^(.+) set the due date to (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\.$/.exec(sentence);
  if (due?.[1] && due[2] && due[3]) return { change: "due", name: due[1], due: `${due[2]}T${due[3]}:00Z` };
  const noDue = /^(.+) removed the due date\.$/.exec(sentence);
  return noDue?.[1] ? { change: "noDue", name: noDue[1] } : null;
}
