import { TasksScreen } from "@/components/tasks/tasks-screen";
import { signedIn } from "../signed-in";

export default async function TasksPage() {
  await signedIn("/tasks");
  return <TasksScreen />;
}
