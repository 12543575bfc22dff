import { redirect } from "next/navigation";
import { createTranslator } from "use-intl/core";
import { Entrance } from "@/components/auth/entrance";
import { SignInForm } from "@/components/auth/sign-in-form";
import { needsSetUp } from "@/lib/domain/users/needs-set-up";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale, readerSession } from "../../reader";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

const here = "http://inside.invalid";

/**
 * Only places inside this site: never another host, and never back to here. Read as a browser will: it takes `/\t/host` and
 * `/.//host` for another host too.
 */
function inside(next: string | string[] | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, here)) return "/chat";
  const { origin, pathname, search, hash } = new URL(next, here);
  const elsewhere = origin !== here || pathname.startsWith("//") || pathname.startsWith("/sign-in");
  return elsewhere ? "/chat" : pathname + search + hash;
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
