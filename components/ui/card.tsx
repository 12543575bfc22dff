import clsx from "clsx";
import type { ComponentProps } from "react";

/** What is in it: parts with air between them, a heading with its lines, or rows that have margins of their own. */
const contents = { parts: "gap-5 p-5", lines: "gap-3 p-5", rows: "p-1.5" };

/** A raised piece of a page. */
export function Card({ of = "parts", className, ...rest }: ComponentProps<"section"> & { of?: keyof typeof contents }) {
  return (
    <section
      className={clsx("flex flex-col rounded-bubble border border-line bg-surface", contents[of], className)}
      {...rest}
    />
  );
}
