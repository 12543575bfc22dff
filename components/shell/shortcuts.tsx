"use client";

import { useTranslations } from "use-intl";
import { useEnterKey } from "@/lib/client/enter-key";
import { Modal } from "@/components/ui/modal";

type Line = { keys: string[]; does: Parameters<ReturnType<typeof useTranslations<"shortcuts">>>[0] };

const everywhere: Line[] = [
  { keys: ["Ctrl K", "⌘ K"], does: "switcher" },
  { keys: ["Ctrl /", "⌘ /"], does: "shortcuts" },
  { keys: ["Esc"], does: "close" },
];

const messages: Line[] = [
  { keys: ["↑", "↓"], does: "move" },
  { keys: ["←", "→"], does: "inside" },
  { keys: ["Enter", "Shift F10"], does: "actions" },
  { keys: ["Esc"], does: "toComposer" },
];

/** What the keys do. On a Mac, ⌘ stands where others have Ctrl. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shortcuts");
  const enter = useEnterKey();
  const writing: Line[] = [
    { keys: [enter === "send" ? "Enter" : "Tab Enter"], does: "send" },
    { keys: [enter === "send" ? "Shift Enter" : "Enter"], does: "line" },
    { keys: ["↑"], does: "editLast" },
    { keys: ["@"], does: "mention" },
    { keys: ["/"], does: "command" },
    { keys: ["Esc"], does: "cancel" },
  ];
  return (
    <Modal title={t("title")} onClose={onClose}>
      <div role="region" aria-label={t("title")} tabIndex={0} className="thin-scroll overflow-y-auto px-5 pb-5">
        <Group title={t("everywhere")} lines={everywhere} />
        <Group title={t("messages")} lines={messages} />
        <Group title={t("writing")} lines={writing} />
      </div>
    </Modal>
  );
}

function Group({ title, lines }: { title: string; lines: Line[] }) {
  const t = useTranslations("shortcuts");
  return (
    <section className="pt-3">
      <h3 className="pb-1 text-sm font-semibold text-ink-2">{title}</h3>
      <dl>
        {lines.map(({ keys, does }) => (
          <div key={does} className="flex min-h-9 items-center justify-between gap-4 text-sm">
            <dt>{t(does)}</dt>
            <dd className="flex shrink-0 gap-1.5">
              {keys.map((key) => (
                <kbd key={key} className="rounded-tail bg-sunken px-1.5 py-0.5 font-sans text-xs font-medium">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
