import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"button">, "children"> & {
  icon: LucideIcon;
  label: string;
  filled?: boolean;
  size?: "small" | "medium" | "large";
};

const sizes = { small: "size-8 touch:size-11", medium: "size-10 touch:size-11", large: "size-11" };

/** A button that is only a picture: its name is spoken, and shown by the browser on hover. */
export function IconButton({
  icon: Icon,
  label,
  filled = false,
  size = "medium",
  className,
  type = "button",
  ...rest
}: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center rounded-control transition-colors disabled:cursor-default",
        filled
          ? "bg-accent text-on-accent hover:bg-accent-press disabled:bg-sunken disabled:text-ink-2"
          : "text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink",
        sizes[size],
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden className={size === "small" ? "size-4.5" : "size-5"} strokeWidth={1.8} />
    </button>
  );
}
