"use client";

import type { ReactNode } from "react";
import { arriving } from "@/lib/client/arriving";
import { useWide } from "@/lib/client/use-wide";
import type * as Details from "@/components/rooms/room-details";
import { Drawn } from "@/components/ui/drawn";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

const live = arriving(() => import("@/components/rooms/room-details").then((module) => module.RoomDetails));

type Props = { id: string; alone: boolean };

/** A room's details: first as the server drew them, then live. */
export function DetailsPane({ id, alone }: Props) {
  // Beside a narrow conversation it is hidden: its code, and what it asks the server for, are spared.
  const Live = live.use(useWide() || alone);
  return (
    <Drawn
      live={Live && <Live key={id} id={id} alone={alone} />}
      html={drawnByServer(id, alone)}
      instead={<RowsSkeleton />}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    />
  );
}

function drawnByServer(id: string, alone: boolean): ReactNode {
  if (typeof window !== "undefined") return null;
  // A static import would bring the details into the browser's bundle, from which this branch is cut away.
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const { RoomDetails } = require("@/components/rooms/room-details") as typeof Details;
  return <RoomDetails id={id} alone={alone} />;
}
