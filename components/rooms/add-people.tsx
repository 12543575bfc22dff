"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DirectoryUser, Room } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { PeoplePicker } from "@/components/people/people-picker";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { useAct } from "@/components/ui/use-act";

/** Brings several people into the room. */
export function AddPeople({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useTranslations("room");
  const act = useAct();
  const [chosen, setChosen] = useState<DirectoryUser[]>([]);
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    for (const [index, person] of chosen.entries()) {
      const body = { room: room.id, user: person.id };
      if (await act(() => call("POST /api/chat/participants/", { body }))) continue;
      setChosen(chosen.slice(index));
      return setBusy(false);
    }
    onClose();
  };
  return (
    <Modal title={t("addPeople")} onClose={onClose}>
      <PeoplePicker
        chosen={chosen}
        onChange={setChosen}
        without={new Set(room.participants.map(({ user }) => user.id))}
      />
      <div className="flex shrink-0 flex-col border-t border-line p-5">
        <Button disabled={busy || chosen.length === 0} onClick={() => void add()}>
          {t("add", { count: chosen.length })}
        </Button>
      </div>
    </Modal>
  );
}
