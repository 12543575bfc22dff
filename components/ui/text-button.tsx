import clsx from "clsx";
import type { ComponentProps } from "react";

/** A word that can be pressed, in a line of small print. */
export function TextButton({ danger = false, className, ...rest }: ComponentProps<"button"> & { danger?: boolean }) {
  return (
    <button
      type="button"
      className={clsx(
        "min-h-6 font-semibold underline-offset-2 hover:underline touch:min-h-11",
        danger ? "text-danger-ink" : "text-ink-2",
        className,
      )}
      {...rest}
    />
  );
}
