"use client";

import { useEffect } from "react";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { useRooms } from "@/lib/client/queries";
import { MOST } from "@/components/ui/unread-badge";

type Badging = { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> };

/** The number of unread messages in the tab's title and on the installed app's icon. */
export function UnreadTitle() {
  const t = useTranslations("app");
  const path = usePathname();
  const count = useRooms().items.reduce((sum, room) => sum + (room.is_muted ? 0 : room.unread_count), 0);
  useEffect(() => {
    document.title = count > 0 ? t("titleUnread", { count: count > MOST ? `${MOST}+` : String(count) }) : t("title");
    const badging = navigator as Badging;
    const badge = count > 0 ? badging.setAppBadge?.(count) : badging.clearAppBadge?.();
    badge?.catch(() => undefined);
  }, [count, path, t]);
  return null;
}
