"use client";

import { Popover } from "@base-ui/react/popover";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";

const groups = {
  smileys: "😀 😄 😂 🙂 😉 😊 😍 😎 🤔 😅 😢 😭 😡 😴 🤒 🥳 😬 🙄",
  gestures: "👍 👎 👌 🙏 👏 🙌 💪 👋 🤝 ✌️ 👉 👀 🫡 🤷",
  work: "🧹 🧽 🧺 🛏️ 🚿 🛁 🔧 🔨 🪛 💡 🔑 🚪 🏠 🌿 🏊 🚗 📦 📷 🧾 🗓️",
  signs: "✅ ❌ ⚠️ ❗ ❓ ⏰ ⏳ 🔥 💧 ❄️ ☀️ ⛈️ ❤️ 🎉 🟢 🟡 🔴 ➡️",
};

type Props = { anchor: RefObject<HTMLElement | null>; onChoose: (emoji: string) => void; onClose: () => void };

export function EmojiPicker({ anchor, onChoose, onClose }: Props) {
  const t = useTranslations("emoji");
  return (
    <Popover.Root defaultOpen onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" align="end" sideOffset={12} className="z-40">
          <Popover.Popup
            aria-label={t("label")}
            className="max-h-80 w-80 thin-scroll overflow-y-auto rounded-bubble border border-line bg-raised p-3 shadow-float"
          >
            {(Object.keys(groups) as (keyof typeof groups)[]).map((name) => (
              <section key={name} aria-label={t(name)}>
                <h3 className="px-1 py-1 text-xs font-semibold text-ink-2">{t(name)}</h3>
                <div className="grid grid-cols-7">
                  {groups[name].split(" ").map((emoji) => (
                    <button
                      key={emoji}
                      type="button"
                      onClick={() => onChoose(emoji)}
                      className="flex size-10 items-center justify-center rounded-control text-xl hover:bg-sunken"
                    >
                      {emoji}
                    </button>
                  ))}
                </div>
              </section>
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
