import { MeScreen } from "@/components/me/me-screen";
import { signedIn } from "../signed-in";

export default async function MePage() {
  const { ctx } = await signedIn("/me");
  return <MeScreen byPin={ctx.byPin ?? false} />;
}
