import { House } from "lucide-react";

export function PropertyIcon() {
  return (
    <span
      aria-hidden
      className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-tint-property text-on-tint"
    >
      <House className="size-5.5" strokeWidth={1.8} />
    </span>
  );
}
