import { redirect } from "next/navigation";
import type { Me } from "@/lib/contract/shapes";
import type { Ctx } from "@/lib/domain/ctx";
import { readerSession } from "../reader";

/** The signed-in person; anybody else goes to the door, and comes back to this page from there. */
export async function signedIn(path: string): Promise<{ ctx: Ctx; me: Me }> {
  return (await readerSession()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
