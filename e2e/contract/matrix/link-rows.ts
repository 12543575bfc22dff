import { randomUUID } from "node:crypto";
import { givePreview } from "@/e2e/setup/give-preview";
import type { Row, Rows } from "./row";
import type { Stage } from "./stage";
import { whereOneStands } from "./where-one-stands";

const path = (id: string, rest = "") => `/api/chat/messages/${id}/link_preview/${rest}`;

async function linked(stage: Stage): Promise<string> {
  const message = await stage.freshMessage();
  await givePreview(message, stage.picture);
  return message.id;
}

const gone = (rest = ""): Row[] => [
  {
    when: "there is no such message",
    call: () => ({ path: path(randomUUID(), rest) }),
    by: { sender: "404 not_found", manager: "404 not_found" },
  },
  {
    when: "it is deleted",
    call: async (stage) => {
      const id = await linked(stage);
      await stage.people.sender.rest.delete(`/api/chat/messages/${id}/`);
      return { path: path(id, rest) };
    },
    by: { sender: "404 not_found", stranger: "403 not_participant" },
  },
];

export const linkRows: Rows = {
  removeLinkPreview: [
    {
      call: async (stage) => ({ path: path(await linked(stage)) }),
      says: { link_preview: null },
    },
    { when: "there is none", call: (stage) => ({ path: path(stage.message.id) }), by: { sender: 200 } },
    {
      when: "its room is archived",
      call: (stage) => ({ path: path(stage.closed.message.id) }),
      by: { sender: "403 room_archived", viewer: "403 forbidden" },
    },
    ...whereOneStands(({ message }) => ({ path: path(message.id) })),
    ...gone(),
  ],
  getLinkImage: [
    { call: async (stage) => ({ path: path(await linked(stage), "image/") }) },
    {
      when: "there is no preview",
      call: (stage) => ({ path: path(stage.message.id, "image/") }),
      by: { sender: "404 not_found", stranger: "403 not_participant" },
    },
    ...gone("image/"),
  ],
};
