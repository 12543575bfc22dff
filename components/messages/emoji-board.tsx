"use client";

import { EmojiPicker, type EmojiPickerListComponents, type Locale as BoardLocale } from "frimousse";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";

const TONE = "aristay.skin-tone";
const tones = ["none", "light", "medium-light", "medium", "medium-dark", "dark"] as const;
type Tone = (typeof tones)[number];

function keptTone(): Tone {
  try {
    return tones.find((tone) => tone === localStorage.getItem(TONE)) ?? "none";
  } catch {
    return "none";
  }
}

// The library counts rows and columns from 0, which ARIA does not know. It finds rows by that number, the first one apart.
const components: Partial<EmojiPickerListComponents> = {
  CategoryHeader: ({ category, ...rest }) => (
    <div className="bg-raised px-2 pt-2 pb-1 text-xs font-semibold text-ink-2 touch:bg-surface" {...rest}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...rest }) => (
    <div className="flex scroll-my-1 justify-between px-1" {...rest} aria-rowindex={rest["aria-rowindex"] || undefined}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...rest }) => (
    <button
      type="button"
      className="flex size-10 items-center justify-center rounded-control text-xl data-[active]:bg-sunken touch:size-11"
      {...rest}
      aria-colindex={(rest["aria-colindex"] ?? 0) + 1}
    >
      {emoji.emoji}
    </button>
  ),
};

/** Every emoji, found by its name in the reader's language, in the skin tone that was chosen last on this device. */
export function EmojiBoard({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("emoji");
  const [tone, setTone] = useState(keptTone);
  const locale: BoardLocale = useLocale();
  const keep = (next: Tone) => {
    setTone(next);
    try {
      localStorage.setItem(TONE, next);
    } catch {
      // A choice that cannot be kept holds as long as the board is open.
    }
  };
  return (
    <EmojiPicker.Root
      locale={locale}
      emojibaseUrl="/emoji"
      skinTone={tone}
      columns={8}
      onEmojiSelect={({ emoji }) => onChoose(emoji)}
      className="isolate flex h-96 w-full flex-col"
    >
      <div className="flex shrink-0 items-center gap-2 p-2">
        <EmojiPicker.Search
          aria-label={t("search")}
          placeholder={t("search")}
          className="h-11 min-w-0 flex-1 rounded-control border border-line bg-sunken px-3 outline-offset-0 placeholder:text-ink-2 mouse:text-msg"
        />
        <EmojiPicker.SkinTone emoji="👋">
          {({ skinToneVariations }) => (
            <select
              aria-label={t("tone")}
              title={t("tone")}
              value={tone}
              onChange={(event) => keep(event.target.value as Tone)}
              className="h-11 rounded-control border border-line bg-sunken px-2 text-xl"
            >
              {skinToneVariations.map(({ skinTone, emoji }) => (
                <option key={skinTone} value={skinTone}>
                  {emoji}
                </option>
              ))}
            </select>
          )}
        </EmojiPicker.SkinTone>
      </div>
      <EmojiPicker.Viewport tabIndex={0} className="relative min-h-0 flex-1 thin-scroll overflow-y-auto">
        <EmojiPicker.Loading className="absolute inset-0 flex items-center justify-center text-sm text-ink-2">
          {t("loading")}
        </EmojiPicker.Loading>
        <EmojiPicker.Empty className="absolute inset-0 flex items-center justify-center p-6 text-center text-sm text-ink-2">
          {t("none")}
        </EmojiPicker.Empty>
        <EmojiPicker.List className="pb-2 select-none" components={components} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}
