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
    void showInFavicon(count);
  }, [count, path, t]);
  return null;
}

let shown = 0;

/** A dot on the tab's picture while something waits, drawn over the picture that comes with the page. */
async function showInFavicon(count: number): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link || Math.sign(count) === Math.sign(shown)) return;
  shown = count;
  link.dataset.plain ??= link.href;
  if (count === 0) {
    link.href = link.dataset.plain;
    return;
  }
  const picture = new Image();
  picture.src = link.dataset.plain;
  // Without a network there is no picture to draw on.
  if (
    !(await picture.decode().then(
      () => true,
      () => false,
    ))
  )
    return;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext("2d");
  if (!pen || shown === 0) return;
  pen.drawImage(picture, 0, 0, 64, 64);
  // The token names two colours; only on an element is it the one of the present theme.
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--danger)";
  pen.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  pen.beginPath();
  pen.arc(48, 16, 15, 0, 2 * Math.PI);
  pen.fill();
  link.href = canvas.toDataURL("image/png");
}
