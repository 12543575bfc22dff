import clsx from "clsx";
import type { ComponentProps } from "react";

type Look = "primary" | "quiet" | "danger" | "outline";

const looks: Record<Look, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-press",
  quiet: "text-ink hover:bg-sunken",
  outline: "border border-line text-ink hover:bg-sunken",
  danger: "bg-danger text-on-danger hover:opacity-90",
};

export function Button({
  look = "primary",
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return (
    <button
      type={type}
      className={clsx(
        "inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 text-sm font-semibold transition-colors",
        "disabled:cursor-default disabled:opacity-50",
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
