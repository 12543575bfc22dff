import { useTranslations } from "use-intl";
import { readRoomNotice } from "@/lib/contract/room-notice";
import { readTaskNotice } from "@/lib/contract/task-notice";
import { useWhen } from "@/lib/client/use-when";

/** A system message in the reader's language. What is no known notice is shown as it came. */
export function useNoticeText(): (content: string) => string {
  const t = useTranslations("taskNotice");
  const room = useTranslations("roomNotice");
  const status = useTranslations("status");
  const when = useWhen();
  const ofRoom = (sentence: string) => {
    const notice = readRoomNotice(sentence);
    if (!notice) return sentence;
    if (notice.change !== "silenced") return room(notice.change, notice);
    const { name, person, until } = notice;
    return until === null
      ? room("silencedForGood", { name, person })
      : room("silenced", { name, person, until: when.full(until) });
  };
  const inWords = (sentence: string) => {
    const notice = readTaskNotice(sentence);
    if (!notice) return ofRoom(sentence);
    switch (notice.change) {
      case "status":
        return t("status", { name: notice.name, from: status(notice.from), to: status(notice.to) });
      case "assigned":
        return t("assigned", { name: notice.name, assignee: notice.assignee });
      case "due":
        return t("due", { name: notice.name, due: when.full(notice.due) });
      default:
        return t(notice.change, { name: notice.name });
    }
  };
  return (content) => content.split("\n").map(inWords).join("\n");
}
