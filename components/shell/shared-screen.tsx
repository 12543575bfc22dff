"use client";

import { Share2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { chatPath, useGoToChat } from "@/lib/client/chat-address";
import { keepDraft, readDraft } from "@/lib/client/drafts";
import { matches } from "@/lib/client/matches";
import { pickFiles } from "@/lib/client/upload-files";
import { useRooms } from "@/lib/client/queries";
import { type SharedThings, takeShared } from "@/lib/client/shared-things";
import { RoomAvatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { SearchField } from "@/components/ui/search-field";
import { toast } from "@/components/ui/toasts";

/** Something from another app: a room is chosen, and it waits there to be sent. */
export function SharedScreen() {
  const t = useTranslations("share");
  const problems = useTranslations("files");
  const go = useGoToChat();
  const [things, setThings] = useState<SharedThings | "nothing" | null>(null);
  const [search, setSearch] = useState("");
  const rooms = useRooms().items.filter((room) => room.is_active && matches(room.display_name, search.trim()));
  useEffect(() => {
    void takeShared()
      .catch(() => null)
      // Asked twice in development, it is there the first time only.
      .then((taken) => setThings((held) => held ?? taken ?? "nothing"));
  }, []);
  const choose = async (room: string) => {
    if (things === null || things === "nothing") return;
    if (things.text) keepDraft(room, [readDraft(room), things.text].filter(Boolean).join("\n"));
    for (const { name, reason } of await pickFiles(room, things.files)) toast(problems(reason, { name }));
    go(chatPath(room));
  };
  return (
    <Screen title={t("title")}>
      {things === null && <RowsSkeleton />}
      {things === "nothing" && <EmptyState icon={Share2} title={t("nothing")} hint={t("nothingHint")} />}
      {things !== null && things !== "nothing" && (
        <div className="flex flex-col gap-3 px-4 pb-8">
          <p className="line-clamp-3 border-s-3 border-accent ps-2.5 text-sm [overflow-wrap:anywhere] text-ink-2">
            {[things.text, ...things.files.map(({ name }) => name)].filter(Boolean).join(" · ")}
          </p>
          <SearchField label={t("search")} value={search} onChange={setSearch} />
          <ul>
            {rooms.map((room) => (
              <li key={room.id}>
                <button
                  type="button"
                  onClick={() => void choose(room.id)}
                  className="flex min-h-14 w-full items-center gap-3 rounded-control px-2 text-start -outline-offset-2 hover:bg-sunken"
                >
                  <RoomAvatar room={room} personId={room.other_user_id} />
                  <span className="min-w-0 flex-1 truncate font-medium">{room.display_name}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Screen>
  );
}
