import clsx from "clsx";
import type { ComponentProps } from "react";

/** A raised piece of a page. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={clsx("flex flex-col gap-5 rounded-bubble border border-line bg-surface p-5", className)}
      {...rest}
    />
  );
}
