"use client";

import { lazy, Suspense } from "react";
import type { Timeline } from "@/lib/client/timeline";
import { Composer } from "@/components/messages/composer";
import { useConversation, type Writing } from "@/components/messages/conversation-context";

const CannotWrite = lazy(() =>
  import("@/components/messages/cannot-write").then((module) => ({ default: module.CannotWrite })),
);

/** Where one writes, or why one cannot. */
export function WritingPlace(props: { writing: Writing; onDone: () => void; timeline: Timeline }) {
  const { canWrite } = useConversation();
  if (canWrite) return <Composer {...props} />;
  return (
    <div className="border-t border-line safe-bottom">
      <p className="min-h-13 px-5 py-4 text-center text-sm text-balance text-ink-2">
        <Suspense>
          <CannotWrite />
        </Suspense>
      </p>
    </div>
  );
}
