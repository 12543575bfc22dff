import clsx from "clsx";
import type { ComponentProps } from "react";

type Look = "primary" | "quiet" | "danger" | "outline";

const looks: Record<Look, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-press",
  quiet: "hover:bg-sunken",
  outline: "border border-line hover:bg-sunken",
  danger: "bg-danger text-on-danger hover:opacity-90",
};

export function Button({
  look = "primary",
  large = false,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { look?: Look; large?: boolean }) {
  return (
    <button
      type={type}
      className={clsx(
        "inline-flex items-center justify-center gap-2 rounded-control px-4 font-semibold transition-colors",
        "disabled:cursor-default disabled:opacity-50",
        large ? "min-h-12 text-base" : "min-h-11 text-sm",
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
