import { redirect } from "next/navigation";
import { createTranslator } from "use-intl/core";
import { Entrance } from "@/components/auth/entrance";
import { SignInForm } from "@/components/auth/sign-in-form";
import { needsSetUp } from "@/lib/domain/users/needs-set-up";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale, readerSession } from "../../reader";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** Only places inside this site: never another host, and never back to here. */
function inside(next: string | string[] | undefined): string {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/chat";
}

export default async function SignInPage({ searchParams }: Props) {
  const next = inside((await searchParams).next);
  if (await needsSetUp()) redirect("/setup");
  if (await readerSession()) redirect(next);
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  return (
    <Entrance mark={t("app.name").slice(0, 1)} title={t("signIn.title")} intro={t("signIn.intro")}>
      <SignInForm next={next} />
    </Entrance>
  );
}
