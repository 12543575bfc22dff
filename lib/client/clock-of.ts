/** 0:07, 4:59: the whole minutes and seconds that have passed, alike in every language. A length is rounded before. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
