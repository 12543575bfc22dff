"use client";

import clsx from "clsx";
import { CircleUser, House, ListChecks, type LucideIcon, MessageCircle, Users } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { isPlainClick, parseChatPath } from "@/lib/client/chat-address";
import { useMe, useRooms } from "@/lib/client/queries";
import { Avatar } from "@/components/ui/avatar";

type Place = {
  href: "/chat" | "/tasks" | "/properties" | "/people" | "/me";
  name: "chats" | "tasks" | "properties" | "people" | "me";
  icon: LucideIcon;
};

const places: Place[] = [
  { href: "/chat", name: "chats", icon: MessageCircle },
  { href: "/tasks", name: "tasks", icon: ListChecks },
  { href: "/properties", name: "properties", icon: House },
  { href: "/people", name: "people", icon: Users },
  { href: "/me", name: "me", icon: CircleUser },
];

/** What is reached from a place, and belongs to it. */
const within: Record<string, string[]> = {
  chats: ["/search", "/notifications"],
  me: ["/settings", "/admin"],
};

/** A rail at the side; on phones a bar at the bottom, out of the way while a conversation is open. */
export function Navigation() {
  const t = useTranslations("nav");
  const app = useTranslations("app");
  const unread = useTranslations("chats");
  const path = usePathname();
  const router = useRouter();
  const me = useMe();
  const waiting = useRooms().items.reduce((sum, room) => sum + (room.is_muted ? 0 : room.unread_count), 0);
  const inRoom = parseChatPath(path).room !== null;
  return (
    <nav
      aria-label={t("label")}
      className={clsx(
        "z-10 flex shrink-0 border-t border-line bg-surface safe-bottom md:bg-canvas",
        "md:order-first md:w-16 md:flex-col md:items-center md:gap-2 md:border-e md:border-t-0 md:py-3.5",
        inRoom && "max-md:hidden",
      )}
    >
      <span
        aria-hidden
        className="mb-3 hidden size-9 items-center justify-center rounded-control bg-accent font-bold text-on-accent md:flex"
      >
        {app("name").slice(0, 1)}
      </span>
      {places.map(({ href, name, icon: Icon }) => {
        const here = [href, ...(within[name] ?? [])].some((place) => path === place || path.startsWith(`${place}/`));
        return (
          <a
            key={href}
            href={href}
            onPointerEnter={() => router.prefetch(href)}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              router.push(href);
            }}
            aria-current={here ? "page" : undefined}
            title={t(name)}
            className={clsx(
              "relative flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs font-medium -outline-offset-2 transition-colors",
              "md:size-11 md:min-h-0 md:flex-none md:rounded-control md:outline-offset-2",
              name === "me" && "md:mt-auto",
              // Four fit under a thumb; the houses are reached from the tasks there, which stand for them.
              name === "properties" && "max-md:hidden",
              name === "tasks" && path.startsWith("/properties") && "max-md:text-accent-ink!",
              here ? "text-accent-ink md:bg-accent-soft" : "text-ink-2 md:hover:bg-sunken md:hover:text-ink",
            )}
          >
            <span className="relative">
              {name === "me" ? (
                <>
                  <span className="hidden md:block">
                    <Avatar id={me.id} name={me.full_name} size="sm" />
                  </span>
                  <Icon aria-hidden className="size-6 md:hidden" strokeWidth={1.8} />
                </>
              ) : (
                <Icon aria-hidden className="size-6 md:size-5.5" strokeWidth={1.8} />
              )}
              {name === "chats" && waiting > 0 && (
                <span className="absolute -end-1 -top-0.5 size-2.5 rounded-full border-2 border-surface bg-danger md:border-canvas">
                  <span className="sr-only">{unread("unreadCount", { count: waiting })}</span>
                </span>
              )}
            </span>
            <span className="md:sr-only">{t(name)}</span>
          </a>
        );
      })}
    </nav>
  );
}
