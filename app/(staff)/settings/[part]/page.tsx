import { notFound, redirect } from "next/navigation";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { settingsParts, type SettingsPart, withPassword } from "@/components/settings/settings-parts";
import { sharedDeviceHere } from "@/lib/domain/shared-devices/shared-device-here";
import { deviceToken, readerTheme } from "../../../reader";
import { signedIn } from "../../signed-in";

export default async function SettingsPage({ params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  // Where the password was before it had company.
  if (part === "password") redirect("/settings/security");
  const { ctx } = await signedIn(`/settings/${encodeURIComponent(part)}`);
  if (!settingsParts.includes(part as SettingsPart)) notFound();
  if (ctx.byPin && withPassword.includes(part as SettingsPart)) redirect("/me");
  const shared = (await sharedDeviceHere(await deviceToken())) !== null;
  return <SettingsScreen part={part as SettingsPart} theme={await readerTheme()} shared={shared} />;
}
