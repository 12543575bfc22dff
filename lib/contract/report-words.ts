/** Apart from the schemas, so that pages can read these lists without them. */

/** What a person may give as the reason of a report. */
export const givenReasons = ["spam", "harassment", "inappropriate", "private", "other"] as const;
/** The last two are said by the house itself. */
export const reportReasons = [...givenReasons, "filter", "automatic"] as const;
export const reportSources = ["people", "filter", "automatic"] as const;
export const reportActions = [
  "dismiss",
  "warn",
  "hide",
  "unhide",
  "delete",
  "silence",
  "unsilence",
  "deactivate",
] as const;

export type ReportAction = (typeof reportActions)[number];
