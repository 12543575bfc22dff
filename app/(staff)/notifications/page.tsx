import { NoticesScreen } from "@/components/notifications/notices-screen";
import { signedIn } from "../signed-in";

export default async function NotificationsPage() {
  await signedIn("/notifications");
  return <NoticesScreen />;
}
