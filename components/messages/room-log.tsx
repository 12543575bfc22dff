import { useChatAddress } from "@/lib/client/chat-address";
import { arriving } from "@/lib/client/arriving";
import type { Timeline } from "@/lib/client/timeline";
import { useNewsFrom } from "@/lib/client/use-news-from";
import { Log } from "@/components/messages/log";

const announcer = arriving(() => import("@/components/messages/announcer").then((module) => module.Announcer));

/** What others write into the room, for those who listen: counted from the opening on, though its words come later. */
export function RoomLog({ timeline }: { timeline: Timeline }) {
  const Announcer = announcer.use();
  const from = useNewsFrom(timeline);
  const { thread } = useChatAddress();
  return <Log>{Announcer && <Announcer timeline={timeline} from={from} elsewhere={thread} />}</Log>;
}
