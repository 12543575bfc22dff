import { notFound } from "next/navigation";
import { TaskScreen } from "@/components/tasks/task-screen";
import { signedIn } from "../../signed-in";

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await signedIn(`/tasks/${encodeURIComponent(id)}`);
  if (!/^[1-9]\d{0,9}$/.test(id)) notFound();
  return <TaskScreen id={Number(id)} />;
}
