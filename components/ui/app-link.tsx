"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { isPlainClick, useGoToChat } from "@/lib/client/chat-address";

/** A link within the app: a plain click stays in the page, everything else is the browser's. */
export function AppLink({ href, onClick, ...rest }: ComponentProps<"a"> & { href: string }) {
  const router = useRouter();
  const goToChat = useGoToChat();
  return (
    <a
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        if (href.startsWith("/chat")) goToChat(href);
        else router.push(href);
      }}
      {...rest}
    />
  );
}
