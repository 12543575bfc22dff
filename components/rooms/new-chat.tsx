"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DirectoryUser } from "@/lib/contract/shapes";
import { useMe } from "@/lib/client/queries";
import { useErrorText } from "@/lib/client/use-error-text";
import { useCreateRoom, useOpenDirect } from "@/lib/client/use-open-room";
import { PeoplePicker } from "@/components/people/people-picker";
import { Button } from "@/components/ui/button";
import { Modal } from "@/components/ui/modal";
import { TextField } from "@/components/ui/text-field";

/** One person makes a direct chat, several a group with a name. */
export function NewChat({ onClose }: { onClose: () => void }) {
  const t = useTranslations("newChat");
  const errorText = useErrorText();
  const me = useMe();
  const create = useCreateRoom();
  const openDirect = useOpenDirect();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<DirectoryUser[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const group = chosen.length > 1;
  const start = async () => {
    const [first] = chosen;
    if (!first) return;
    setBusy(true);
    setError(undefined);
    try {
      if (group) {
        await create({ room_type: "group", participant_ids: chosen.map((person) => person.id), name: name.trim() });
      } else await openDirect(first.id);
      onClose();
    } catch (reason) {
      setError(errorText(reason));
      setBusy(false);
    }
  };
  return (
    <Modal title={t("title")} onClose={onClose}>
      <form
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p className="px-5 pb-3 text-sm text-ink-2">{t("hint")}</p>
        <PeoplePicker chosen={chosen} onChange={setChosen} without={new Set([me.id])} />
        <div className="flex shrink-0 flex-col gap-3 border-t border-line p-5">
          {group && (
            <TextField
              label={t("groupName")}
              placeholder={t("groupPlaceholder")}
              value={name}
              maxLength={255}
              onChange={(event) => setName(event.target.value)}
            />
          )}
          {error && (
            <p role="alert" className="text-sm text-danger-ink">
              {error}
            </p>
          )}
          <Button type="submit" disabled={busy || chosen.length === 0 || (group && name.trim() === "")}>
            {t(group ? "create" : "start")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
