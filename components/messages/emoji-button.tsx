"use client";

import { Smile } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

const EmojiPicker = lazy(() =>
  import("@/components/messages/emoji-picker").then((module) => ({ default: module.EmojiPicker })),
);

/** Opens the emoji beside the text; phones have them on their keyboard. */
export function EmojiButton({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations("composer");
  const button = useRef<HTMLButtonElement>(null);
  const [picking, setPicking] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        icon={Smile}
        size="large"
        label={t("emoji")}
        aria-expanded={picking}
        onClick={() => setPicking(!picking)}
        className="touch:hidden"
      />
      <Suspense>
        {picking && (
          <EmojiPicker
            anchor={button}
            onClose={() => setPicking(false)}
            onChoose={(emoji) => {
              onChoose(emoji);
              setPicking(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
