import { createTranslator } from "use-intl";
import { Entrance } from "@/components/auth/entrance";
import { UnsubscribeForm } from "@/components/auth/unsubscribe-form";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale } from "../../reader";

/** Where the link at the end of an e-mail leads. It asks, since mail filters open links too. */
export default async function UnsubscribePage() {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  return (
    <Entrance mark={t("app.name").slice(0, 1)} title={t("unsubscribe.title")} intro={t("unsubscribe.intro")}>
      <UnsubscribeForm />
    </Entrance>
  );
}
