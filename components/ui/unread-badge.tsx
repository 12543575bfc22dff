export const MOST = 99;

export function UnreadBadge({ count, label, quiet = false }: { count: number; label: string; quiet?: boolean }) {
  if (count <= 0) return null;
  return (
    <span
      className={
        quiet
          ? "bg-sunken text-ink-2 text-2xs inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 font-bold tabular-nums"
          : "bg-accent text-on-accent text-2xs inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 font-bold tabular-nums"
      }
    >
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
