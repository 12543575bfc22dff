import { SharedScreen } from "@/components/shell/shared-screen";
import { signedIn } from "../signed-in";

/** Where the worker leads to when another app has shared something. */
export default async function SharedPage() {
  await signedIn("/shared");
  return <SharedScreen />;
}
