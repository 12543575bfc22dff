import { notFound } from "next/navigation";
import { adminParts } from "@/components/admin/admin-parts";
import { AdminScreen } from "@/components/admin/admin-screen";
import { Intl } from "@/components/shell/intl";
import { pack } from "@/lib/client/packed";
import { catalogue } from "@/lib/i18n/catalogue";
import { readerLocale, readerTimeZone } from "../../../reader";
import { signedIn } from "../../signed-in";

/** `/admin` and its parts. Whoever may see none of them finds nothing here. */
export default async function AdminPage({ params }: { params: Promise<{ part?: string[] }> }) {
  const { part: path = [] } = await params;
  const { ctx, me } = await signedIn(`/admin${path.map((step) => `/${encodeURIComponent(step)}`).join("")}`);
  const parts = adminParts(me.role);
  const part = parts.find((one) => one === path[0]);
  if (ctx.byPin || parts.length === 0 || path.length > 1 || (path.length === 1 && !part)) notFound();
  const [locale, timeZone] = await Promise.all([readerLocale(), readerTimeZone()]);
  // The texts of these pages come with them alone: everybody else need not load them.
  return (
    <Intl locale={locale} messages={pack(catalogue(locale))} timeZone={timeZone} now={new Date()}>
      <AdminScreen parts={parts} part={part ?? null} />
    </Intl>
  );
}
