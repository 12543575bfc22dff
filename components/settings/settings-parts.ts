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

/** Of these one sees nothing in a session that was opened by a PIN. */
export const withPassword: readonly SettingsPart[] = ["devices", "security"];
