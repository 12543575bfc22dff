import { type TouchEvent, useRef, useState } from "react";

const FAR = 72;

/** A finger that pulls a list down at its top asks for it afresh. `pulled` is 0 at rest and 1 when it is far enough. */
export function usePullToRefresh(refresh: () => Promise<unknown>) {
  const from = useRef<number | null>(null);
  const [pulled, setPulled] = useState(0);
  const [refreshing, setRefreshing] = useState(false);
  const end = () => {
    from.current = null;
    setPulled(0);
    if (pulled < 1 || refreshing) return;
    setRefreshing(true);
    void refresh().finally(() => setRefreshing(false));
  };
  return {
    pulled,
    refreshing,
    handlers: {
      onTouchStart: ({ touches, currentTarget }: TouchEvent<HTMLElement>) => {
        from.current = currentTarget.scrollTop <= 0 ? (touches.item(0)?.clientY ?? null) : null;
      },
      onTouchMove: ({ touches }: TouchEvent<HTMLElement>) => {
        if (from.current === null) return;
        const down = (touches.item(0)?.clientY ?? 0) - from.current;
        setPulled(Math.max(0, Math.min(down / FAR, 1)));
      },
      onTouchEnd: end,
      onTouchCancel: () => {
        from.current = null;
        setPulled(0);
      },
    },
  };
}
