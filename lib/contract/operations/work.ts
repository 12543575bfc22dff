import { z } from "zod";
import { id, property, task, taskStatuses, taskTypes } from "@/lib/contract/shapes";
import { idText, numberParams, pageOf, pageQuery, someText, text, timeIn } from "./inputs";
import { operation } from "./operation";

const errors = ["not_found"] as const;
const writeErrors = ["not_found", "forbidden"] as const;

export const listPropertiesOp = operation({
  id: "listProperties",
  method: "GET",
  path: "/api/properties/",
  summary: "The houses, by name",
  query: z.strictObject({ ...pageQuery, search: text(200).exactOptional() }),
  status: 200,
  response: pageOf(property),
  auth: "bearer",
  errors,
});

export const getPropertyOp = operation({
  id: "getProperty",
  method: "GET",
  path: "/api/properties/{id}/",
  summary: "One house",
  params: numberParams,
  status: 200,
  response: property,
  auth: "bearer",
  errors,
});

export const createPropertyOp = operation({
  id: "createProperty",
  method: "POST",
  path: "/api/properties/",
  summary: "Add a house: managers",
  body: z.strictObject({ name: someText(255), address: text(1000).exactOptional() }),
  status: 201,
  response: property,
  auth: "bearer",
  errors: ["forbidden"],
});

export const updatePropertyOp = operation({
  id: "updateProperty",
  method: "PATCH",
  path: "/api/properties/{id}/",
  summary: "Change a house: managers",
  params: numberParams,
  body: z.strictObject({ name: someText(255).exactOptional(), address: text(1000).exactOptional() }),
  status: 200,
  response: property,
  auth: "bearer",
  errors: writeErrors,
});

export const deletePropertyOp = operation({
  id: "deleteProperty",
  method: "DELETE",
  path: "/api/properties/{id}/",
  summary: "Delete a house, which archives its rooms: managers",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: writeErrors,
});

const status = z.enum(taskStatuses);
const type = z.enum(taskTypes);
const taskFields = {
  description: text(10_000).exactOptional(),
  task_type: type.exactOptional(),
  status: status.exactOptional(),
  property: id.nullable().exactOptional(),
  assigned_to: id.nullable().exactOptional(),
  due_date: timeIn.nullable().exactOptional(),
};

export const listTasksOp = operation({
  id: "listTasks",
  method: "GET",
  path: "/api/tasks/",
  summary:
    "The tasks, newest first; by `ordering=due_date` the late ones first, those without a date after the others, and what is done or called off last",
  query: z.strictObject({
    ...pageQuery,
    search: text(200).exactOptional(),
    status: status.exactOptional(),
    task_type: type.exactOptional(),
    property: idText.exactOptional(),
    assigned_to: idText.exactOptional(),
    ordering: z.enum(["-created_at", "due_date"]).exactOptional(),
  }),
  status: 200,
  response: pageOf(task),
  auth: "bearer",
  errors,
});

export const getTaskOp = operation({
  id: "getTask",
  method: "GET",
  path: "/api/tasks/{id}/",
  summary: "One task",
  params: numberParams,
  status: 200,
  response: task,
  auth: "bearer",
  errors,
});

export const createTaskOp = operation({
  id: "createTask",
  method: "POST",
  path: "/api/tasks/",
  summary: "Add a task: managers",
  body: z.strictObject({ title: someText(255), ...taskFields }),
  status: 201,
  response: task,
  auth: "bearer",
  errors: ["forbidden"],
});

export const updateTaskOp = operation({
  id: "updateTask",
  method: "PATCH",
  path: "/api/tasks/{id}/",
  summary: "Change a task: managers; staff the status of their own",
  params: numberParams,
  body: z.strictObject({ title: someText(255).exactOptional(), ...taskFields }),
  status: 200,
  response: task,
  auth: "bearer",
  errors: writeErrors,
});

export const deleteTaskOp = operation({
  id: "deleteTask",
  method: "DELETE",
  path: "/api/tasks/{id}/",
  summary: "Delete a task, which archives its rooms: managers",
  params: numberParams,
  status: 204,
  response: null,
  auth: "bearer",
  errors: writeErrors,
});
