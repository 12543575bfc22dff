import type { NotifyLevel } from "@/lib/contract/shapes";

/** How somebody has set the room and themselves; `away`: how they went before anything is said. */
export type Setting = {
  notify?: NotifyLevel;
  keywords?: readonly string[];
  muted?: { until?: string };
  quiet?: boolean;
  /** Quiet at this hour where they live, which is none of their quiet hours where the server stands. */
  zone?: string;
  onDuty?: boolean;
  dnd?: boolean;
  away?: string;
  /** Has blocked who writes. */
  blocked?: boolean;
};

/** The people of the table: how they have set the room and themselves. */
export const settings = {
  all: {},
  mentions: { notify: "mentions" },
  keyword: { notify: "mentions", keywords: ["Plain"] },
  none: { notify: "none" },
  muted: { muted: {} },
  lapsed: { muted: { until: "2026-01-01T00:00:00Z" } },
  until: { muted: { until: "2999-01-01T00:00:00Z" } },
  quiet: { quiet: true },
  faraway: { zone: "Pacific/Kiritimati" },
  onDuty: { quiet: true, onDuty: true },
  quietWord: { quiet: true, notify: "mentions", keywords: ["plain"] },
  dnd: { dnd: true },
  viewer: {},
  blocking: { blocked: true, keywords: ["plain"] },
  active: {},
  left: { away: "left" },
  out: { away: "deactivated" },
  gone: { away: "signed out" },
} as const satisfies Record<string, Setting>;
export type Name = keyof typeof settings;
export const names = Object.keys(settings) as Name[];

/** What of three messages reaches whom at once: one to nobody, one that names everybody, one that was made urgent. */
export const table: Record<Name, string[]> = {
  all: ["plain", "named", "urgent"],
  mentions: ["named", "urgent"],
  keyword: ["plain", "named", "urgent"],
  none: [],
  muted: [],
  lapsed: ["plain", "named", "urgent"],
  until: [],
  quiet: ["urgent"],
  faraway: ["urgent"],
  onDuty: ["plain", "named", "urgent"],
  quietWord: ["urgent"],
  dnd: ["urgent"],
  viewer: ["plain", "named", "urgent"],
  blocking: [],
  active: ["urgent"],
  left: [],
  out: [],
  gone: [],
};
