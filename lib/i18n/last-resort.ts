import type { Locale } from "@/lib/i18n/locales";

type Words = { title: string; hint: string; again: string };

/** For the one page that stands when nothing else does: no catalogue reaches it, so it carries its few words itself. */
export const lastResort: Record<Locale, Words> = {
  en: { title: "Something went wrong", hint: "Your messages are safe. Try again.", again: "Try again" },
  es: { title: "Algo salió mal", hint: "Tus mensajes están a salvo. Inténtalo de nuevo.", again: "Intentar de nuevo" },
  vi: { title: "Có lỗi xảy ra", hint: "Tin nhắn của bạn vẫn an toàn. Hãy thử lại.", again: "Thử lại" },
};
