import { redirect } from "next/navigation";
import { createTranslator } from "use-intl/core";
import { Entrance } from "@/components/auth/entrance";
import { SetupForm } from "@/components/auth/setup-form";
import { needsSetUp } from "@/lib/domain/users/needs-set-up";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale } from "../../reader";

/** Makes the first account, once: with anybody in the workspace there is only the sign-in page. */
export default async function SetupPage() {
  if (!(await needsSetUp())) redirect("/sign-in");
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  return (
    <Entrance mark={t("app.name").slice(0, 1)} title={t("setup.title")} intro={t("setup.intro")}>
      <SetupForm />
    </Entrance>
  );
}
