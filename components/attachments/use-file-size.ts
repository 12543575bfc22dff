"use client";

import { useFormatter } from "use-intl";

/** 840 kB, 2.4 MB: in the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
    return format.number(value, {
      style: "unit",
      unit,
      maximumFractionDigits: value < 10 && unit === "megabyte" ? 1 : 0,
    });
  };
}
