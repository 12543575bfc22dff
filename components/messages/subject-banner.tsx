"use client";

import { lazy, Suspense } from "react";
import type { Room } from "@/lib/contract/shapes";
import { useHydrated } from "@/lib/client/use-hydrated";
import { bannerLook } from "@/components/messages/banner-look";

const TaskBanner = lazy(() =>
  import("@/components/messages/task-banner").then((module) => ({ default: module.TaskBanner })),
);

const PropertyBanner = lazy(() =>
  import("@/components/messages/property-banner").then((module) => ({ default: module.PropertyBanner })),
);

/** What a room is about, over its messages. Its place is kept until it comes. */
export function SubjectBanner({ room }: { room: Room }) {
  return room.task === null && room.property === null ? null : <Banner room={room} />;
}

function Banner({ room }: { room: Room }) {
  const hydrated = useHydrated();
  const place = <div className={bannerLook.card} />;
  if (!hydrated) return place;
  return (
    <Suspense fallback={place}>
      {room.task !== null && <TaskBanner id={room.task} />}
      {room.property !== null && <PropertyBanner id={room.property} />}
    </Suspense>
  );
}
