import { PeopleScreen } from "@/components/people/people-screen";
import { signedIn } from "../signed-in";

export default async function PeoplePage() {
  await signedIn("/people");
  return <PeopleScreen />;
}
