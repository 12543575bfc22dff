import { createECDH, hkdfSync } from "node:crypto";

type VapidKeys = { publicKey: string; privateKey: string };

/** The order of the curve P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The keys by which push services know this house, derived from the kept secret (FIPS 186-5, A.2.1: 128 bits more than the
 * order, so that no key is likelier than another). All processes have the same, at every start, with nothing else to keep.
 */
export function vapidKeys(secret: string): VapidKeys {
  const bits = Buffer.from(hkdfSync("sha256", secret, "aristay", "vapid", 48));
  const scalar = (BigInt(`0x${bits.toString("hex")}`) % (order - 1n)) + 1n;
  const privateKey = Buffer.from(scalar.toString(16).padStart(64, "0"), "hex");
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(privateKey);
  return { publicKey: curve.getPublicKey("base64url"), privateKey: privateKey.toString("base64url") };
}
