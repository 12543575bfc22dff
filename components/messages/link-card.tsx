"use client";

import { X } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/contract/shapes";
import { api } from "@/lib/client/api";
import { useConversation } from "@/components/messages/conversation-context";
import { IconButton } from "@/components/ui/icon-button";
import { useAct } from "@/components/ui/use-act";

/** What a linked page says of itself. Its sender may take it off. */
export function LinkCard({ message }: { message: Message }) {
  const t = useTranslations("message");
  const act = useAct();
  const { me, canWrite } = useConversation();
  const link = message.link_preview;
  if (!link) return null;
  return (
    <div className="relative mt-1.5 max-w-md overflow-hidden rounded-control border border-line bg-surface">
      <a href={link.url} target="_blank" rel="noopener noreferrer nofollow" className="block hover:bg-sunken">
        {link.image_url && link.image_width !== null && link.image_height !== null && (
          <img
            src={link.image_url}
            alt=""
            width={link.image_width}
            height={link.image_height}
            loading="lazy"
            decoding="async"
            className="aspect-[1.91] h-auto w-full object-cover"
          />
        )}
        <span className="flex flex-col gap-0.5 px-3 py-2 pe-10">
          <span className="truncate text-xs text-ink-2">{link.site_name}</span>
          <span className="line-clamp-2 text-sm font-semibold">{link.title}</span>
          {link.description && <span className="line-clamp-2 text-sm text-ink-2">{link.description}</span>}
        </span>
      </a>
      {canWrite && message.sender?.id === me.id && (
        <IconButton
          size="small"
          icon={X}
          label={t("removePreview")}
          onClick={() => void act(() => api.removeLinkPreview(message.id))}
          className="absolute end-1 bottom-1"
        />
      )}
    </div>
  );
}
