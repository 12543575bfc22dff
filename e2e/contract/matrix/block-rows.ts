import type { Rows } from "./row";

const url = "/api/users/";

export const blockRows: Rows = {
  listBlocks: [
    { call: () => ({ path: `${url}me/blocks/` }) },
    { when: "past its end", call: () => ({ path: `${url}me/blocks/?page=9` }), by: { participant: "404 not_found" } },
  ],
  blockUser: [
    { call: (stage) => ({ path: `${url}${stage.id("passer")}/block/` }) },
    { when: "again", call: (stage) => ({ path: `${url}${stage.id("passer")}/block/` }), by: { viewer: 204 } },
    {
      when: "themselves",
      call: (stage) => ({ path: `${url}${stage.id("participant")}/block/` }),
      by: { participant: "400 invalid_input" },
    },
    { when: "there is none", call: () => ({ path: `${url}999999/block/` }), by: { participant: "404 not_found" } },
  ],
  unblockUser: [
    { call: (stage) => ({ path: `${url}${stage.id("passer")}/block/` }) },
    { when: "there is none", call: () => ({ path: `${url}999999/block/` }), by: { participant: "404 not_found" } },
  ],
};
