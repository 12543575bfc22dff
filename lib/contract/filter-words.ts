/** Apart from the schemas, so that pages can read these lists without them. */

export const filterKinds = ["words", "pattern"] as const;
/**
 * `warn`: the writer is asked whether to send it anyway. `hold`: a moderator looks at it before anybody else does. `refuse`: it
 * is not taken. Where several rules match, the last of these counts.
 */
export const filterActions = ["warn", "hold", "refuse"] as const;

export type FilterKind = (typeof filterKinds)[number];
export type FilterAction = (typeof filterActions)[number];

/** As many rules as a house may have. */
export const mostFilterRules = 200;
