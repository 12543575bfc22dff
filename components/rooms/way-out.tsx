"use client";

import { Archive, ArchiveRestore, LogOut } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Room } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { useGoToChat } from "@/lib/client/chat-address";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useAct } from "@/components/ui/use-act";

/** Leaving the room, and its admins' putting it away. */
export function WayOut({ room, mayManage }: { room: Room; mayManage: boolean }) {
  const t = useTranslations("room");
  const go = useGoToChat();
  const act = useAct();
  const [asking, setAsking] = useState<"leave" | "archive" | null>(null);
  const params = { id: room.id };
  const leave = async () => {
    if (await act(() => call("POST /api/chat/rooms/{id}/leave/", { params }))) go("/chat", "replace");
  };
  return (
    <div className="flex flex-col items-start gap-1 border-t border-line pt-4 [&>button]:-ms-4">
      {mayManage &&
        (room.is_active ? (
          <Button look="quiet" onClick={() => setAsking("archive")}>
            <Archive aria-hidden className="size-4.5" strokeWidth={1.8} />
            {t("archive")}
          </Button>
        ) : (
          <Button look="quiet" onClick={() => void act(() => call("POST /api/chat/rooms/{id}/unarchive/", { params }))}>
            <ArchiveRestore aria-hidden className="size-4.5" strokeWidth={1.8} />
            {t("unarchive")}
          </Button>
        ))}
      <Button look="quiet" onClick={() => setAsking("leave")} className="text-danger-ink">
        <LogOut aria-hidden className="size-4.5 rtl:-scale-x-100" strokeWidth={1.8} />
        {t("leave")}
      </Button>
      {asking === "leave" && (
        <Confirm
          title={t("leaveTitle", { room: room.display_name })}
          hint={t("leaveHint")}
          action={t("leave")}
          onConfirm={leave}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "archive" && (
        <Confirm
          title={t("archiveTitle", { room: room.display_name })}
          hint={t("archiveHint")}
          action={t("archive")}
          onConfirm={() => act(() => call("POST /api/chat/rooms/{id}/archive/", { params }))}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
