"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "use-intl";

export function SearchField({
  label,
  value,
  onChange,
  hint,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
}) {
  const t = useTranslations("chats");
  return (
    <div className="relative">
      <Search aria-hidden className="text-ink-2 pointer-events-none absolute start-3 top-1/2 size-4.5 -translate-y-1/2" strokeWidth={1.8} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value) {
            event.stopPropagation();
            onChange("");
          }
        }}
        className="rounded-control border-line bg-sunken placeholder:text-ink-2 mouse:text-msg h-11 w-full border ps-10 pe-11 outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {value ? (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={() => onChange("")}
          className="text-ink-2 hover:text-ink absolute end-0 top-0 flex size-11 items-center justify-center"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : (
        hint && (
          <kbd aria-hidden className="border-line text-ink-2 bg-surface touch:hidden pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 rounded-tail border px-1.5 font-sans text-2xs">
            {hint}
          </kbd>
        )
      )}
    </div>
  );
}
