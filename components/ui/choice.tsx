"use client";

import clsx from "clsx";
import type { LucideIcon } from "lucide-react";

type Option<T extends string> = { value: T; label: string; icon?: LucideIcon; lang?: string };
type Props<T extends string> = {
  label: string;
  name: string;
  value: T;
  options: Option<T>[];
  onChange: (value: T) => void;
};

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, name, value, options, onChange }: Props<T>) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      <div
        className={clsx(
          "grid gap-2",
          options.length === 2 ? "grid-cols-2" : "grid-cols-[repeat(3,minmax(max-content,1fr))]",
        )}
      >
        {options.map(({ value: own, label: text, icon: Icon, lang }) => (
          <label
            key={own}
            lang={lang}
            className={clsx(
              "flex min-h-11 cursor-pointer items-center justify-center gap-x-2 gap-y-1 rounded-control border border-line px-1.5 py-2 text-center text-sm font-medium outline-offset-2 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-accent",
              // Three with pictures have no room beside each other on a phone.
              options.length > 2 && "max-sm:flex-col",
            )}
          >
            <input
              type="radio"
              name={name}
              value={own}
              checked={own === value}
              onChange={() => onChange(own)}
              className="sr-only"
            />
            {Icon && <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />}
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
