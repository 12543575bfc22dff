/**
 * One message: who, what, and after it optional marks. `^2` answers the message two lines above; `👍bob,linh` are
 * reactions.
 */
export type Line = [who: string, text: string, ...marks: string[]];
