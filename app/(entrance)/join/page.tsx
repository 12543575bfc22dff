import { createTranslator } from "use-intl/core";
import { Entrance } from "@/components/auth/entrance";
import { JoinForm } from "@/components/auth/join-form";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale } from "../../reader";

/** Takes a code: of an invitation, or of a link for a password. It stands behind the `#`, where no server sees it. */
export default async function JoinPage() {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  return (
    <Entrance mark={t("app.name").slice(0, 1)} title={t("join.title")} intro={t("join.intro")}>
      <JoinForm />
    </Entrance>
  );
}
