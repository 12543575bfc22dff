/** What `silenced_until` says of somebody who is silenced until it is lifted. */
export const silencedForGood = "9999-12-31T23:59:59.000000Z";
