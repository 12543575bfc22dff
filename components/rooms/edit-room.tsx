"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Room } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { formText } from "@/lib/client/form-text";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { Modal } from "@/components/ui/modal";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useAct } from "@/components/ui/use-act";

export function EditRoom({ room, onClose }: { room: Room; onClose: () => void }) {
  const t = useTranslations("room");
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [whoWrites, setWhoWrites] = useState(room.who_writes);
  const save = async (form: FormData) => {
    const body = {
      name: formText(form, "name").trim(),
      description: formText(form, "description").trim(),
      who_writes: whoWrites,
    };
    setBusy(true);
    if (await act(() => call("PATCH /api/chat/rooms/{id}/", { params: { id: room.id }, body }))) onClose();
    else setBusy(false);
  };
  return (
    <Modal title={t("edit")} onClose={onClose}>
      <Form onSend={(form) => void save(form)} className="flex flex-col gap-4 p-5 pt-2">
        <TextField
          label={t("name")}
          name="name"
          defaultValue={room.name}
          placeholder={room.display_name}
          required={room.room_type === "group"}
          maxLength={255}
        />
        <TextArea label={t("description")} name="description" defaultValue={room.description} maxLength={2000} />
        <Choice
          label={t("whoWrites")}
          name="who_writes"
          value={whoWrites}
          options={[
            { value: "everybody", label: t("everybodyWrites") },
            { value: "admins", label: t("adminsWrite") },
          ]}
          onChange={setWhoWrites}
        />
        <Button type="submit" disabled={busy}>
          {t("save")}
        </Button>
      </Form>
    </Modal>
  );
}
