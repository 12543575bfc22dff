import clsx from "clsx";
import type { ComponentProps } from "react";

/** A word that can be pressed, in a line of small print. */
export function TextButton({ className, ...rest }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      className={clsx("min-h-6 text-ink-2 underline-offset-2 hover:underline touch:min-h-11", className)}
      {...rest}
    />
  );
}
