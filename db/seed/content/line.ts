/**
 * One message: who, what, and after it optional marks. `^2` answers the message two lines above, `#2` does so in its
 * thread; `📌` pins; `👍bob,linh` are reactions.
 */
export type Line = [who: string, text: string, ...marks: string[]];
