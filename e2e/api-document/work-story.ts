import type { Recorder } from "./recorder";

/** Houses and tasks, with the rooms that belong to them. */
export async function workStory(recorder: Recorder, ada: string, ben: string): Promise<void> {
  const call = recorder.call.bind(recorder);
  const silent = true as const;
  await call("createProperty", { by: ada, body: { name: "Villa Mar", address: "Calle del Sol 1, Nerja" } });
  await call("createProperty", { by: ada, body: { name: "Old Barn" }, silent });
  await call("listProperties", { by: ben, query: { search: "villa" } });
  await call("getProperty", { by: ben, params: { id: 1 } });
  await call("updateProperty", { by: ada, params: { id: 1 }, body: { address: "Calle del Sol 3, Nerja" } });
  await call("deleteProperty", { by: ada, params: { id: 2 } });
  await call("createTask", {
    by: ada,
    body: {
      title: "Fix the boiler",
      description: "No hot water since Sunday.",
      task_type: "maintenance",
      property: 1,
      assigned_to: 2,
      due_date: "2099-05-05T10:00:00Z",
    },
  });
  await call("createTask", { by: ada, body: { title: "Made by mistake" }, silent });
  await call("listTasks", { by: ben, query: { assigned_to: 2, status: "pending" } });
  await call("getTask", { by: ben, params: { id: 1 } });
  await call("updateTask", { by: ben, params: { id: 1 }, body: { status: "in-progress" } });
  await call("updateTask", { by: ben, params: { id: 1 }, body: { title: "Mine now" }, status: 403 });
  await call("deleteTask", { by: ada, params: { id: 2 } });
  await call("createRoom", { by: ada, body: { room_type: "task", task: 1, participant_ids: [2] } });
}
