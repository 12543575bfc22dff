"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "use-intl";

export function SearchField({
  label,
  value,
  onChange,
  hint,
  autoFocus = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  autoFocus?: boolean;
}) {
  const t = useTranslations("chats");
  return (
    <div className="relative">
      <Search
        aria-hidden
        className="pointer-events-none absolute start-3 top-1/2 size-4.5 -translate-y-1/2 text-ink-2"
        strokeWidth={1.8}
      />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value) {
            event.stopPropagation();
            onChange("");
          }
        }}
        className="h-11 w-full rounded-control border border-line bg-sunken ps-10 pe-11 outline-offset-0 placeholder:text-ink-2 mouse:text-msg [&::-webkit-search-cancel-button]:hidden"
      />
      {value ? (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={() => onChange("")}
          className="absolute end-0 top-0 flex size-11 items-center justify-center text-ink-2 hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : (
        hint && (
          <kbd
            aria-hidden
            className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 rounded-tail border border-line bg-surface px-1.5 font-sans text-2xs text-ink-2 touch:hidden"
          >
            {hint}
          </kbd>
        )
      )}
    </div>
  );
}
