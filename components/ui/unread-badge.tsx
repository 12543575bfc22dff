export const MOST = 99;

export function UnreadBadge({ count, label, quiet = false }: { count: number; label: string; quiet?: boolean }) {
  if (count <= 0) return null;
  return (
    <span
      className={
        quiet
          ? "inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-sunken px-1.5 text-2xs font-bold text-ink-2 tabular-nums"
          : "inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-2xs font-bold text-on-accent tabular-nums"
      }
    >
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
