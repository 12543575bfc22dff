/**
 * What one person may do how often, where a house can set it: the usual number, within how many seconds, and the bounds of
 * what can be set. Less would stop people at their work, more would no longer protect anybody.
 */
export const houseLimits = {
  send: { usual: 150, seconds: 10, least: 10, most: 1000 },
  search: { usual: 60, seconds: 10, least: 5, most: 300 },
  create_room: { usual: 60, seconds: 60, least: 2, most: 300 },
  upload: { usual: 120, seconds: 60, least: 5, most: 600 },
  report: { usual: 20, seconds: 600, least: 2, most: 200 },
} as const;

export type HouseLimit = keyof typeof houseLimits;

export const houseLimitNames = Object.keys(houseLimits) as HouseLimit[];

/** Days that messages may be kept for, where they are not kept for ever. A device may be away for thirty and catch up. */
export const keepDays = { least: 30, most: 3650 } as const;
