import { expect } from "vitest";
import type { Rows } from "./row";

const password = "a long enough password";
const open = { nobody: 200, viewer: 200 } as const;

export const tokenRows: Rows = {
  signIn: [
    {
      call: () => ({ path: "/api/token/", body: { username: "sender", password } }),
      says: { user: { username: "sender", full_name: "Sender Test", role: "staff", is_superuser: false } },
    },
    {
      when: "by e-mail address",
      call: () => ({ path: "/api/token/", body: { username: "sender@example.com", password } }),
      by: { nobody: 200 },
    },
    {
      when: "with a wrong password",
      call: () => ({ path: "/api/token/", body: { username: "sender", password: "wrong" } }),
      by: { nobody: "401 bad_credentials" },
    },
    {
      when: "as nobody we know",
      call: () => ({ path: "/api/token/", body: { username: "nobody", password } }),
      by: { nobody: "401 bad_credentials" },
    },
    {
      when: "to an account that is closed",
      call: () => ({ path: "/api/token/", body: { username: "deactivated", password } }),
      by: { nobody: "401 bad_credentials", deactivated: "401 bad_credentials" },
    },
    {
      when: "without the code of a second factor",
      call: async (stage) => ({ path: "/api/token/", body: (await stage.enrolled()).credentials }),
      by: { nobody: "401 otp_required" },
    },
    {
      when: "with a wrong code of a second factor",
      call: async (stage) => ({
        path: "/api/token/",
        body: { ...(await stage.enrolled()).credentials, otp: "no code" },
      }),
      by: { nobody: "401 otp_wrong" },
    },
    {
      when: "with a code of a second factor",
      call: async (stage) => {
        const { credentials, app } = await stage.enrolled();
        return { path: "/api/token/", body: { ...credentials, otp: app.code(1) } };
      },
      by: { nobody: 200 },
    },
    {
      when: "without a password",
      call: () => ({ path: "/api/token/", body: { username: "sender" } }),
      by: { nobody: "400 invalid_input" },
      field: "password",
    },
  ],
  refreshSession: [
    {
      call: async (stage) => ({
        path: "/api/token/refresh/",
        body: { refresh: (await stage.signIn("passer")).refresh },
      }),
      says: {
        access: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
        refresh: expect.stringMatching(/^[\w-]{20,}$/) as string,
      },
    },
    {
      when: "with an unknown token",
      call: () => ({ path: "/api/token/refresh/", body: { refresh: "unknown" } }),
      by: { nobody: "401 unauthorized" },
    },
    {
      when: "with a spent token",
      call: async (stage) => {
        const { refresh } = await stage.signIn("passer");
        await stage.post("passer", "/api/token/refresh/", { refresh });
        return { path: "/api/token/refresh/", body: { refresh } };
      },
      by: { nobody: "401 token_reused" },
    },
    {
      when: "of an account that is closed",
      call: (stage) => ({ path: "/api/token/refresh/", body: { refresh: stage.people.deactivated.refresh } }),
      by: { nobody: "401 unauthorized", deactivated: "401 unauthorized" },
    },
    {
      when: "with an access token",
      call: (stage) => ({ path: "/api/token/refresh/", body: { refresh: stage.people.sender.access } }),
      by: { nobody: "401 unauthorized" },
    },
  ],
  verifyToken: [
    {
      call: (stage) => ({ path: "/api/token/verify/", body: { token: stage.people.sender.access } }),
      says: {},
    },
    {
      when: "of an account that is closed",
      call: (stage) => ({ path: "/api/token/verify/", body: { token: stage.people.deactivated.access } }),
      by: { nobody: "401 unauthorized" },
    },
    {
      when: "with a bad token",
      call: () => ({ path: "/api/token/verify/", body: { token: "bad" } }),
      by: { nobody: "401 unauthorized", viewer: "401 unauthorized" },
    },
  ],
  revokeSession: [
    {
      call: async (stage) => ({
        path: "/api/token/revoke/",
        body: { refresh: (await stage.signIn("passer")).refresh },
      }),
      says: {},
    },
    {
      when: "with an unknown token",
      call: () => ({ path: "/api/token/revoke/", body: { refresh: "unknown" } }),
      by: open,
      says: {},
    },
  ],
  revokeAllSessions: [
    {
      call: async (stage, actor) => ({ path: "/api/token/revoke-all/", ...(await stage.double(actor)) }),
      says: {},
    },
  ],
};
