/** The pages under /settings, in their order. */
export const settingsParts = [
  "profile",
  "notifications",
  "appearance",
  "writing",
  "blocked",
  "devices",
  "security",
] as const;
export type SettingsPart = (typeof settingsParts)[number];
