import { createHmac, randomInt } from "node:crypto";
import { config } from "@/lib/config/config";

/** Without what looks alike on paper: I, L, O, U, 0, 1. */
const letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const length = 12;

type Purpose = "invite" | "recovery";

/** A new code that people write down and type, in groups of four (58 bits), and what is stored of it. */
export function newWrittenCode(purpose: Purpose): { code: string; codeHash: Buffer } {
  const drawn = Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
  return { code: drawn.match(/.{4}/g)?.join("-") ?? "", codeHash: writtenCodeHash(purpose, drawn) };
}

/** However it was typed. A key is in it, so that a stolen table of hashes cannot be searched for codes. */
export function writtenCodeHash(purpose: Purpose, code: string): Buffer {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return createHmac("sha256", config().AUTH_SECRET).update(`${purpose}:${plain}`).digest();
}
