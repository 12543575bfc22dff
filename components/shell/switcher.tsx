"use client";

import clsx from "clsx";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { useSwitcherOptions } from "@/components/shell/use-switcher-options";
import { Modal } from "@/components/ui/modal";
import { SearchField } from "@/components/ui/search-field";

/** ⌘K: to any chat, person, task, house or message by a few letters. */
export function Switcher({ onClose }: { onClose: () => void }) {
  const t = useTranslations("chats");
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const groups = useSwitcherOptions(useDeferredValue(text.trim()));
  const options = groups.flatMap((group) => group.options);
  const here = Math.min(at, options.length - 1);
  const choose = (index: number) => {
    const option = options[index];
    if (!option) return;
    void option.open();
    onClose();
  };
  return (
    <Modal title={t("jump")} titleHidden shape="top" onClose={onClose}>
      <div
        className="flex min-h-0 flex-col gap-2 p-3"
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(here + 1, options.length - 1));
          else if (event.key === "ArrowUp") setAt(Math.max(here - 1, 0));
          else if (event.key === "Enter") choose(here);
          else return;
          event.preventDefault();
        }}
      >
        <SearchField label={t("jumpHint")} value={text} onChange={(value) => (setText(value), setAt(0))} autoFocus />
        <div className="min-h-0 thin-scroll overflow-y-auto">
          {groups.map((group) => (
            <section key={group.title} aria-label={group.title}>
              <h3 className="px-3 pt-2 pb-1 text-xs font-semibold text-ink-2">{group.title}</h3>
              <ul>
                {group.options.map((option) => {
                  const index = options.indexOf(option);
                  return (
                    <Option
                      key={option.key}
                      here={index === here}
                      onPoint={() => setAt(index)}
                      onChoose={() => choose(index)}
                    >
                      {option.picture}
                      <span className="flex min-w-0 flex-1 flex-col">
                        <span className="truncate">{option.name}</span>
                        {option.note && <span className="truncate text-xs text-ink-2">{option.note}</span>}
                      </span>
                    </Option>
                  );
                })}
              </ul>
            </section>
          ))}
          {options.length === 0 && <p className="p-4 text-center text-sm text-ink-2">{t("noneFoundTitle")}</p>}
        </div>
      </div>
    </Modal>
  );
}

type OptionProps = { here: boolean; onPoint: () => void; onChoose: () => void; children: ReactNode };

function Option({ here, onPoint, onChoose, children }: OptionProps) {
  return (
    <li ref={(element) => void (here && element?.scrollIntoView({ block: "nearest" }))}>
      <button
        type="button"
        aria-current={here ? "true" : undefined}
        onMouseMove={onPoint}
        onClick={onChoose}
        className={clsx("flex min-h-12 w-full items-center gap-3 rounded-control px-3 text-start", here && "bg-sunken")}
      >
        {children}
      </button>
    </li>
  );
}
