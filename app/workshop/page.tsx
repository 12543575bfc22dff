import { notFound } from "next/navigation";
import { Workshop } from "@/components/workshop/workshop";

/** Every piece in all its states, while one works on them; the product itself has no such page. */
export default function WorkshopPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return <Workshop />;
}
