/** How long somebody may be silenced, by the text that offers it; null: until it is lifted. */
export const silenceLengths = [
  { key: "silenceHour", hours: 1 },
  { key: "silenceDay", hours: 24 },
  { key: "silenceWeek", hours: 7 * 24 },
  { key: "silenceAlways", hours: null },
] as const;
