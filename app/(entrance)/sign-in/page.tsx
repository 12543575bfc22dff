import { redirect } from "next/navigation";
import { createTranslator } from "use-intl/core";
import { Entrance } from "@/components/auth/entrance";
import { PinSignIn } from "@/components/auth/pin-sign-in";
import { SignInElsewhere } from "@/components/auth/sign-in-elsewhere";
import { SignInForm } from "@/components/auth/sign-in-form";
import { config } from "@/lib/config/config";
import { peopleAtDoor } from "@/lib/domain/shared-devices/shared-device-here";
import { needsSetUp } from "@/lib/domain/users/needs-set-up";
import { catalogue } from "@/lib/i18n/catalogue";
import { deviceToken, readerLocale, readerSession } from "../../reader";

type Props = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

const refusals = {
  oidc_no_account: "signIn.oidcNoAccount",
  oidc_unverified: "signIn.oidcUnverified",
  oidc_domain: "signIn.oidcDomain",
} as const;

/** What to say of a sign-in that came back from the provider without somebody. */
function refusal(error: string | string[] | undefined) {
  if (error === undefined) return undefined;
  return refusals[String(error) as keyof typeof refusals] ?? "signIn.oidcFailed";
}

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
  const { next: wanted, error } = await searchParams;
  const next = inside(wanted);
  if (await needsSetUp()) redirect("/setup");
  if (await readerSession()) redirect(next);
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale) });
  const name = config().OIDC?.name;
  const said = refusal(error);
  const failed = said && name !== undefined ? t(said, { name }) : undefined;
  const door = await peopleAtDoor(await deviceToken());
  const withPassword = (
    <div>
      <SignInForm next={next} failed={failed} />
      {name !== undefined && <SignInElsewhere next={next} name={name} />}
    </div>
  );
  return (
    <Entrance mark={t("app.name").slice(0, 1)} title={t("signIn.title")} intro={door ? door.name : t("signIn.intro")}>
      {door && failed === undefined ? (
        <PinSignIn people={door.people} next={next} withPassword={withPassword} />
      ) : (
        withPassword
      )}
    </Entrance>
  );
}
