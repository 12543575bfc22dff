import { notFound, redirect } from "next/navigation";
import { SettingsScreen } from "@/components/settings/settings-screen";
import { settingsParts, type SettingsPart } from "@/components/settings/settings-parts";
import { readerTheme } from "../../../reader";
import { signedIn } from "../../signed-in";

export default async function SettingsPage({ params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  // Where the password was before it had company.
  if (part === "password") redirect("/settings/security");
  await signedIn(`/settings/${encodeURIComponent(part)}`);
  if (!settingsParts.includes(part as SettingsPart)) notFound();
  return <SettingsScreen part={part as SettingsPart} theme={await readerTheme()} />;
}
