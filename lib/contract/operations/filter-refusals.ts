/** What the rules of the house may refuse a text with: a warning until it is sent again with `accept_warning`. */
export const filterRefusals = ["filter_refused", "filter_warning"] as const;
