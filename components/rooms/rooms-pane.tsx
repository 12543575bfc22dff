"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { arriving } from "@/lib/client/arriving";
import { whenIdle } from "@/lib/client/when-idle";
import type * as List from "@/components/rooms/room-list";
import { Drawn } from "@/components/ui/drawn";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

/** What is live of it: also for a page that waits for it before it draws anything. */
export const roomListPart = arriving(
  () => import("@/components/rooms/room-list").then((module) => module.RoomList),
  "eager",
);

/** The list of rooms: first as the server drew it, with links that work, then live. On phones an open room covers it. */
export function RoomsPane({ open }: { open: string | null }) {
  const Live = roomListPart.use(useDue(open));
  const left = useRef<List.ListPlace | null>(null);
  return (
    <Drawn
      live={Live && <Live open={open} from={left} />}
      html={drawnByServer(open)}
      instead={<RowsSkeleton />}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
      onLeave={(drawn) => (left.current = placeIn(drawn))}
    />
  );
}

/** Narrower than this (`md` of the style sheet), an open room covers the list. */
const phone = "(width < 48rem)";

/** What is live of a list that nobody sees comes when the room over it has come and the browser has nothing else to do. */
function useDue(open: string | null): boolean {
  const [due, setDue] = useState(false);
  useEffect(() => {
    let gone = false;
    const come = () => {
      if (!gone) setDue(true);
    };
    if (window.matchMedia(phone).matches) whenIdle(come);
    else come();
    return () => void (gone = true);
  }, []);
  return due || open === null;
}

function drawnByServer(open: string | null): ReactNode {
  if (typeof window !== "undefined") return null;
  // A static import would bring the list into the browser's bundle, from which this branch is cut away.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const { RoomList } = require("@/components/rooms/room-list") as typeof List;
  return <RoomList open={open} />;
}

/** How far it was scrolled, and what was begun to be searched for. */
function placeIn(drawn: HTMLElement): List.ListPlace {
  const field = drawn.querySelector("input");
  return {
    top: drawn.querySelector("[data-rooms]")?.scrollTop ?? 0,
    text: field?.value ?? "",
    focused: field !== null && field === document.activeElement,
  };
}
