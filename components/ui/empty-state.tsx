import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export function EmptyState({
  icon: Icon,
  as: Title = "h2",
  title,
  hint,
  children,
}: {
  icon: LucideIcon;
  /** `h1` where nothing else is on the page. */
  as?: "h1" | "h2";
  title: string;
  hint: string;
  children?: ReactNode;
}) {
  return (
    <div className="m-auto flex max-w-sm arrive flex-col items-center gap-2 p-8 text-center">
      <span
        aria-hidden
        className="mb-2 flex size-14 items-center justify-center rounded-tile bg-accent-soft text-accent-ink"
      >
        <Icon className="size-7" strokeWidth={1.6} />
      </span>
      <Title className="text-base font-semibold">{title}</Title>
      <p className="text-sm text-balance text-ink-2">{hint}</p>
      {children && <div className="mt-3">{children}</div>}
    </div>
  );
}
