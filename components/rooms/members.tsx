"use client";

import { UserPlus } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Participant, Room, User } from "@/lib/contract/shapes";
import { call } from "@/lib/client/call";
import { useBlocked } from "@/lib/client/blocked";
import { useMe } from "@/lib/client/queries";
import { setBlocked } from "@/lib/client/set-blocked";
import { ConfirmBlock } from "@/components/people/confirm-block";
import { AddPeople } from "@/components/rooms/add-people";
import { Member } from "@/components/rooms/member";
import { Confirm } from "@/components/ui/confirm";
import { IconButton } from "@/components/ui/icon-button";
import { Section } from "@/components/ui/section";
import { useAct } from "@/components/ui/use-act";

const HOUR = 60 * 60 * 1000;

/** Who is in the room; its admins add, remove, promote and silence. */
export function Members({ room, mayManage }: { room: Room; mayManage: boolean }) {
  const t = useTranslations("room");
  const me = useMe();
  const client = useQueryClient();
  const blocked = useBlocked();
  const act = useAct();
  const [blocking, setBlocking] = useState<User | null>(null);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Participant | null>(null);
  const people = room.participants.toSorted((a, b) => a.user.full_name.localeCompare(b.user.full_name));
  const promote = ({ id, is_admin }: Participant) =>
    void act(() => call("PATCH /api/chat/participants/{id}/", { params: { id }, body: { is_admin: !is_admin } }));
  const silence = ({ id }: Participant, hours: number | null) => {
    const until = hours === null ? null : new Date(Date.now() + hours * HOUR).toISOString();
    const params = { id };
    void act(() =>
      hours === 0
        ? call("DELETE /api/chat/participants/{id}/silence/", { params })
        : call("POST /api/chat/participants/{id}/silence/", { params, body: { until } }),
    );
  };
  return (
    <Section
      title={t("members")}
      count={room.participant_count}
      tool={
        mayManage && <IconButton size="small" icon={UserPlus} label={t("addPeople")} onClick={() => setAdding(true)} />
      }
    >
      <ul className="-mx-2">
        {people.map((one) => (
          <Member
            key={one.id}
            participant={one}
            isMe={one.user.id === me.id}
            blocked={blocked.includes(one.user.id)}
            onBlock={() =>
              blocked.includes(one.user.id)
                ? void act(() => setBlocked(client, one.user.id, false))
                : setBlocking(one.user)
            }
            manage={
              mayManage && one.user.id !== me.id
                ? {
                    onPromote: () => promote(one),
                    onRemove: () => setLeaving(one),
                    onSilence: (hours) => silence(one, hours),
                  }
                : null
            }
          />
        ))}
      </ul>
      {adding && <AddPeople room={room} onClose={() => setAdding(false)} />}
      {blocking && <ConfirmBlock person={blocking} onClose={() => setBlocking(null)} />}
      {leaving && (
        <Confirm
          title={t("removeTitle", { name: leaving.user.full_name })}
          hint={t("removeHint")}
          action={t("remove")}
          onConfirm={() => act(() => call("DELETE /api/chat/participants/{id}/", { params: { id: leaving.id } }))}
          onClose={() => setLeaving(null)}
        />
      )}
    </Section>
  );
}
