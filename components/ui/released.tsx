import { memo, use } from "react";
import { isReleased, whenReleased } from "@/lib/client/when-released";

let released: Promise<void> | null = null;

/**
 * Stands last in what is live: where that takes the place `over` something else, it does so only while no finger is
 * down. Drawing takes a while, and whoever pressed meanwhile would lose the tap.
 */
export const Released = memo(function Released({ over }: { over: boolean }) {
  if (over && !isReleased()) use((released ??= whenReleased().then(() => void (released = null))));
  return null;
});
