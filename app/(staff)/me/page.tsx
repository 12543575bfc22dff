import { MeScreen } from "@/components/me/me-screen";
import { signedIn } from "../signed-in";

export default async function MePage() {
  await signedIn("/me");
  return <MeScreen />;
}
