import { PropertiesScreen } from "@/components/properties/properties-screen";
import { signedIn } from "../signed-in";

export default async function PropertiesPage() {
  await signedIn("/properties");
  return <PropertiesScreen />;
}
