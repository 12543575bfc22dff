import type { ZoneClock } from "@/lib/i18n/zone-clock";

/** What the server has told of zones: with it times of these years are reckoned (`zone-time.ts`). */
export const knownZones = new Map<string, ZoneClock>();
