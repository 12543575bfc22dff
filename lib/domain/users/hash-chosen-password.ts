import { hashPassword } from "@/lib/auth/password";
import { ChatError } from "@/lib/contract/errors";

/** What people choose first who think of this product, with whatever digits and signs around it. */
const ownWords = new Set(["aristay", "aristaychat", "aristaystaff", "staffchat"]);

let common: Promise<ReadonlySet<string>> | undefined;

/** Some 50,000, most often chosen and in every list of those who guess; loaded when the first password is set. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"]);
}

/** The hash of a password that somebody chose. Refuses one that everybody chooses with `invalid_input`. */
export async function hashChosenPassword(password: string): Promise<string> {
  const plain = password.toLowerCase();
  common ??= commonPasswords();
  if ((await common).has(plain) || ownWords.has(plain.replace(/[^\p{L}]/gu, ""))) {
    const reason = "Too many people have this password. Choose another one.";
    throw new ChatError("invalid_input", reason, { fields: { password: [reason] } });
  }
  return hashPassword(password);
}
