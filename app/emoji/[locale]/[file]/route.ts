import enData from "emojibase-data/en/data.json";
import enMessages from "emojibase-data/en/messages.json";
import esData from "emojibase-data/es/data.json";
import esMessages from "emojibase-data/es/messages.json";
import viData from "emojibase-data/vi/data.json";
import viMessages from "emojibase-data/vi/messages.json";
import type { Locale } from "@/lib/i18n/locales";

const files: Record<Locale, Record<string, object>> = {
  en: { "data.json": enData, "messages.json": enMessages },
  es: { "data.json": esData, "messages.json": esMessages },
  vi: { "data.json": viData, "messages.json": viMessages },
};

export const dynamicParams = false;

export function generateStaticParams(): { locale: string; file: string }[] {
  return Object.entries(files).flatMap(([locale, of]) => Object.keys(of).map((file) => ({ locale, file })));
}

/** The names of all emoji in one language, from here and from nowhere else; read when the picker first opens. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string; file: string }> }) {
  const { locale, file } = await params;
  const found = files[locale as Locale][file];
  return Response.json(found, { headers: { "Cache-Control": "public, max-age=604800" } });
}
