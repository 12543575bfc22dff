import type { NotifyLevel } from "@/lib/contract/shapes";

/** The people of the table: how they have set the room and themselves. */
export const settings = {
  all: {},
  mentions: { notify: "mentions" },
  none: { notify: "none" },
  muted: { muted: {} },
  lapsed: { muted: { until: "2026-01-01T00:00:00Z" } },
  until: { muted: { until: "2999-01-01T00:00:00Z" } },
  quiet: { quiet: true },
  dnd: { dnd: true },
  viewer: {},
  active: {},
  left: { away: "left" },
  out: { away: "deactivated" },
  gone: { away: "signed out" },
} as const satisfies Record<
  string,
  { notify?: NotifyLevel; muted?: { until?: string }; quiet?: boolean; dnd?: boolean; away?: string }
>;
export type Name = keyof typeof settings;
export const names = Object.keys(settings) as Name[];

/** What of three messages reaches whom at once: one to nobody, one that names everybody, one that was made urgent. */
export const table: Record<Name, string[]> = {
  all: ["plain", "named", "urgent"],
  mentions: ["named", "urgent"],
  none: [],
  muted: [],
  lapsed: ["plain", "named", "urgent"],
  until: [],
  quiet: ["urgent"],
  dnd: ["urgent"],
  viewer: ["plain", "named", "urgent"],
  active: ["urgent"],
  left: [],
  out: [],
  gone: [],
};
