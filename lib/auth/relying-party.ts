import { config } from "@/lib/config/config";

/** Whom passkeys are for: the host of APP_URL, and its pages alone. A passkey of another site can prove nothing here. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(config().APP_URL);
  return { id: hostname, origin, name: "AriStay" };
}
