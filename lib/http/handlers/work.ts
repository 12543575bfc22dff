import * as ops from "@/lib/contract/operations/work";
import { createProperty } from "@/lib/domain/properties/create-property";
import { deleteProperty } from "@/lib/domain/properties/delete-property";
import { getProperty } from "@/lib/domain/properties/get-property";
import { listProperties } from "@/lib/domain/properties/list-properties";
import { updateProperty } from "@/lib/domain/properties/update-property";
import { createTask } from "@/lib/domain/tasks/create-task";
import { deleteTask } from "@/lib/domain/tasks/delete-task";
import { getTask } from "@/lib/domain/tasks/get-task";
import { listTasks } from "@/lib/domain/tasks/list-tasks";
import { updateTask } from "@/lib/domain/tasks/update-task";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const workRoutes = [
  route(ops.listPropertiesOp, async ({ ctx, query, url }) =>
    pageEnvelope(await listProperties(ctx, query), query, url),
  ),
  route(ops.createPropertyOp, ({ ctx, body }) => createProperty(ctx, body)),
  route(ops.getPropertyOp, ({ ctx, params }) => getProperty(ctx, params.id)),
  route(ops.updatePropertyOp, ({ ctx, params, body }) => updateProperty(ctx, { id: params.id, ...body })),
  route(ops.deletePropertyOp, ({ ctx, params }) => deleteProperty(ctx, params.id)),
  route(ops.listTasksOp, async ({ ctx, query, url }) => pageEnvelope(await listTasks(ctx, query), query, url)),
  route(ops.createTaskOp, ({ ctx, body }) => createTask(ctx, body)),
  route(ops.getTaskOp, ({ ctx, params }) => getTask(ctx, params.id)),
  route(ops.updateTaskOp, ({ ctx, params, body }) => updateTask(ctx, { id: params.id, ...body })),
  route(ops.deleteTaskOp, ({ ctx, params }) => deleteTask(ctx, params.id)),
];
