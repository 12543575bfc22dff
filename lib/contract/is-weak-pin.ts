/** What is guessed first: one or two digits again and again, a half that comes twice, and steps up or down. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, place) => (digit - (digits[place] ?? 0) + 10) % 10));
  if (steps.size === 1) return true;
  if (new Set(digits).size <= 2) return true;
  const [first, second] = [pin.slice(0, 3), pin.slice(3)];
  if (first === second || first === [...second].reverse().join("")) return true;
  if (/^(..)\1\1$/.test(pin)) return true;
  return common.has(pin);
}

const common = new Set(["112233", "332211", "123654", "159753", "147258", "258369", "147369", "789456", "102030"]);
