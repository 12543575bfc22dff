import { notFound } from "next/navigation";
import { ChatScreen, type RoomSeed } from "@/components/rooms/chat-screen";
import { pack, type Packed } from "@/lib/client/packed";
import { ChatError } from "@/lib/contract/errors";
import type { Ctx } from "@/lib/domain/ctx";
import { listMessages } from "@/lib/domain/messages/list-messages";
import { getRoom } from "@/lib/domain/rooms/get-room";
import { signedIn } from "../../signed-in";

const FIRST = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Props = {
  params: Promise<{ path?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `/chat`, `/chat/<room>` and `/chat/<room>/details`: one page, so that moving between rooms asks no server for markup. */
export default async function ChatPage({ params, searchParams }: Props) {
  const { path = [] } = await params;
  const [room, part, ...rest] = path;
  const query = asked(await searchParams);
  const address = `/chat${path.map((step) => `/${encodeURIComponent(step)}`).join("")}${query && `?${query}`}`;
  const { ctx } = await signedIn(address);
  if ((room && !UUID.test(room)) || (part && part !== "details") || rest.length > 0) notFound();
  return <ChatScreen seed={room ? await seedOf(ctx, room) : null} />;
}

/** Which message or thread is asked for: kept through the sign-in. */
function asked(given: Record<string, string | string[] | undefined>): string {
  const kept = (["thread", "message"] as const).flatMap((name) => {
    const value = given[name];
    return typeof value === "string" && UUID.test(value) ? [[name, value]] : [];
  });
  return new URLSearchParams(kept).toString();
}

/** The room with its newest messages; nothing for one that is not there or not the reader's: the screen says so. */
async function seedOf(ctx: Ctx, id: string): Promise<Packed<RoomSeed> | null> {
  try {
    const [room, { results, has_more }] = await Promise.all([
      getRoom(ctx, id),
      listMessages(ctx, { room: id, limit: FIRST, ordering: "-created_at", include_deleted: true }),
    ]);
    return pack({ room, timeline: { messages: results.toReversed(), hasOlder: has_more, hasNewer: false } });
  } catch (thrown) {
    if (thrown instanceof ChatError && (thrown.status === 403 || thrown.status === 404)) return null;
    throw thrown;
  }
}
