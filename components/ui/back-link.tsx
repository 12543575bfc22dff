import { ChevronLeft } from "lucide-react";
import { AppLink } from "@/components/ui/app-link";

export function BackLink({ href, label }: { href: string; label: string }) {
  return (
    <AppLink
      href={href}
      className="-ms-2 inline-flex min-h-11 items-center gap-1 self-start rounded-control pe-3 text-sm font-medium text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <ChevronLeft aria-hidden className="size-5 rtl:-scale-x-100" strokeWidth={1.8} />
      {label}
    </AppLink>
  );
}
