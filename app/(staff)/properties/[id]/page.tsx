import { notFound } from "next/navigation";
import { PropertyScreen } from "@/components/properties/property-screen";
import { signedIn } from "../../signed-in";

export default async function PropertyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  await signedIn(`/properties/${encodeURIComponent(id)}`);
  if (!/^[1-9]\d{0,9}$/.test(id)) notFound();
  return <PropertyScreen id={Number(id)} />;
}
