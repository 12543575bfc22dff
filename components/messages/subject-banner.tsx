"use client";

import type { Room } from "@/lib/contract/shapes";
import { arriving } from "@/lib/client/arriving";
import { bannerLook } from "@/components/messages/banner-look";

const taskBanner = arriving(() => import("@/components/messages/task-banner").then((module) => module.TaskBanner));
const propertyBanner = arriving(() =>
  import("@/components/messages/property-banner").then((module) => module.PropertyBanner),
);

/** What a room is about, over its messages. Its place is kept until it comes. */
export function SubjectBanner({ room: { task, property } }: { room: Room }) {
  const TaskBanner = taskBanner.use(task !== null);
  const PropertyBanner = propertyBanner.use(property !== null);
  if (task === null && property === null) return null;
  if (task !== null && TaskBanner) return <TaskBanner id={task} />;
  if (property !== null && PropertyBanner) return <PropertyBanner id={property} />;
  return <div className={bannerLook.card} />;
}
