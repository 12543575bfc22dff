import type { MetadataRoute } from "next";
import { createTranslator } from "use-intl/core";
import { catalogue } from "@/lib/i18n/catalogue";
import { paper } from "./paper";
import { readerLocale } from "./reader";

type Target = { action: string; method: string; enctype: string; params: object };

/** What the chats are as an app, in the reader's language. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = await readerLocale();
  const t = createTranslator({ locale, messages: catalogue(locale), namespace: "app" });
  const icon = (name: string, sizes: string, purpose: "any" | "maskable" | "monochrome") =>
    ({ src: `/icons/${name}.png`, sizes, type: "image/png", purpose }) as const;
  const shortcut = (name: string, url: string) => ({ name, url, icons: [icon("icon-192", "192x192", "any")] });
  const share: Target = {
    action: "/share",
    method: "POST",
    enctype: "multipart/form-data",
    params: {
      title: "title",
      text: "text",
      url: "url",
      files: [
        { name: "files", accept: ["image/*", "audio/*", "video/*", "application/pdf", "text/*", ".docx", ".xlsx"] },
      ],
    },
  };
  return {
    id: "/",
    name: t("title"),
    short_name: t("name"),
    description: t("description"),
    lang: locale,
    dir: "ltr",
    start_url: "/chat",
    scope: "/",
    display: "standalone",
    display_override: ["standalone", "minimal-ui"],
    launch_handler: { client_mode: ["navigate-existing", "auto"] },
    orientation: "any",
    theme_color: paper.light,
    background_color: paper.light,
    categories: ["business", "productivity"],
    prefer_related_applications: false,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      icon("icon-192", "192x192", "any"),
      icon("icon-512", "512x512", "any"),
      icon("maskable-192", "192x192", "maskable"),
      icon("maskable-512", "512x512", "maskable"),
      icon("monochrome-512", "512x512", "monochrome"),
    ],
    screenshots: [
      {
        src: "/icons/screen-wide.webp",
        sizes: "1440x900",
        type: "image/webp",
        form_factor: "wide",
        label: t("screenWide"),
      },
      {
        src: "/icons/screen-narrow.webp",
        sizes: "780x1688",
        type: "image/webp",
        form_factor: "narrow",
        label: t("screenNarrow"),
      },
    ],
    shortcuts: [
      shortcut(t("shortcutSearch"), "/search"),
      shortcut(t("shortcutTasks"), "/tasks"),
      shortcut(t("shortcutPeople"), "/people"),
    ],
    share_target: share as MetadataRoute.Manifest["share_target"],
  };
}
