import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { useGoToChat } from "@/lib/client/chat-address";
import { mute } from "@/lib/client/mute";
import { useConversation } from "@/components/messages/conversation-context";
import { toast } from "@/components/ui/toasts";
import { useAct } from "@/components/ui/use-act";
import { useSuggestions } from "@/components/ui/use-suggestions";

export type Command = { name: string; hint: string; words: boolean; run: (words: string) => void };

const SHIFT = 8 * 60 * 60 * 1000;

/** What can be done by writing it: a slash at the start and a word. Anything else with a slash is text. */
export function useCommands(text: string) {
  const t = useTranslations("command");
  const client = useQueryClient();
  const router = useRouter();
  const go = useGoToChat();
  const act = useAct();
  const { room, me } = useConversation();
  const mine = room.participants.find(({ user }) => user.id === me.id);
  const quiet = mine?.is_muted === true;
  const offered: (Command | false | undefined)[] = [
    (me.role === "manager" || me.role === "superuser") && {
      name: "task",
      hint: t("task"),
      words: true,
      run: (title) =>
        void act(async () => {
          const body = { title, ...(room.property !== null && { property: room.property }) };
          const task = await call("POST /api/tasks/", { body });
          void client.invalidateQueries({ queryKey: ["tasks"] });
          toast(t("taskMade"), { label: t("open"), run: () => router.push(`/tasks/${task.id}`) });
        }),
    },
    mine && {
      name: quiet ? "unmute" : "mute",
      hint: t(quiet ? "unmute" : "mute"),
      words: false,
      run: () =>
        void act(() => mute(client, mine, !quiet, quiet ? null : new Date(Date.now() + SHIFT))).then(
          (done) => done && toast(t(quiet ? "unmuted" : "muted")),
        ),
    },
    {
      name: "search",
      hint: t("search"),
      words: true,
      run: (words) => router.push(`/search?${new URLSearchParams({ q: words, room: room.id }).toString()}`),
    },
    room.room_type !== "direct" && {
      name: "leave",
      hint: t("leave"),
      words: false,
      run: () =>
        void act(() => call("POST /api/chat/rooms/{id}/leave/", { params: { id: room.id } })).then(
          (done) => done && go("/chat", "replace"),
        ),
    },
  ];
  const commands = offered.filter((command): command is Command => Boolean(command));
  const typed = /^\/(\w*)$/.exec(text)?.[1] ?? null;
  const choice = useSuggestions(typed, (word) => commands.filter(({ name }) => name.startsWith(word)));
  /** Does what is written, if it is a command; returns whether it was. */
  const run = (written: string): boolean => {
    const [, name, words = ""] = /^\/(\w+)(?:\s+([\s\S]+))?$/.exec(written.trim()) ?? [];
    const command = commands.find((one) => one.name === name);
    if (!command || command.words !== (words !== "")) return false;
    command.run(words);
    return true;
  };
  return { choice, run };
}
