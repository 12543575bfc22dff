import { notFound } from "next/navigation";
import { PersonScreen } from "@/components/people/person-screen";
import { getPerson } from "@/lib/domain/users/get-person";
import { signedIn } from "../../signed-in";

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { ctx } = await signedIn(`/people/${encodeURIComponent(id)}`);
  const person = /^[1-9]\d{0,8}$/.test(id) ? await getPerson(ctx, Number(id)) : null;
  if (!person) notFound();
  return <PersonScreen person={person} />;
}
