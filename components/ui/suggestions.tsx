"use client";

import clsx from "clsx";
import type { ReactNode } from "react";

type Props<T> = {
  label: string;
  items: T[];
  at: number;
  keyOf: (item: T) => string | number;
  children: (item: T) => ReactNode;
  onChoose: (item: T) => void;
};

/** What may be meant by what is being typed, over the field. */
export function Suggestions<T>({ label, items, at, keyOf, children, onChoose }: Props<T>) {
  if (items.length === 0) return null;
  return (
    <ul
      aria-label={label}
      className="absolute inset-x-0 bottom-full z-20 mb-2 max-w-md overflow-hidden rounded-bubble border border-line bg-raised p-1.5 shadow-float"
    >
      {items.map((item, index) => (
        <li key={keyOf(item)}>
          <button
            type="button"
            aria-current={index === at ? "true" : undefined}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item)}
            className={clsx(
              "flex min-h-11 w-full items-center gap-3 rounded-control px-2 text-start",
              index === at && "bg-sunken",
            )}
          >
            {children(item)}
          </button>
        </li>
      ))}
    </ul>
  );
}
