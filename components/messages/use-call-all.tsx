import { lazy, type ReactNode, Suspense, useState } from "react";
import { namesAll } from "@/lib/client/names-all";

const CallAll = lazy(() => import("@/components/messages/call-all").then((module) => ({ default: module.CallAll })));

/** More people than so many are not called by a slip of the thumb. */
const MANY = 20;

/** Whether a text calls so many that it is asked first (it is being asked then), and the question itself. */
export function useCallAll(
  people: number,
  onSure: () => void,
): { asks: (content: string) => boolean; question: ReactNode } {
  const [asking, setAsking] = useState(false);
  const asks = (content: string) => {
    const many = people > MANY && namesAll(content);
    if (many) setAsking(true);
    return many;
  };
  const question = asking && (
    <Suspense>
      <CallAll count={people} onClose={() => setAsking(false)} onSure={onSure} />
    </Suspense>
  );
  return { asks, question };
}
