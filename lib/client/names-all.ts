/** Whether a text calls everybody, by the rule that the server has for mentions. */
export const namesAll = (text: string): boolean =>
  /(?<![\p{L}\p{N}_@])@all(?![\p{L}\p{N}_@+-]|\.[A-Za-z0-9_+-])/iu.test(text);
