import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import { loadAround, loadNewer, loadOlder, returnToNewest } from "@/lib/client/queries";
import type { Timeline } from "@/lib/client/timeline";
import type { Row } from "@/lib/client/timeline-rows";
import { useMarkRead } from "@/lib/client/use-mark-read";

/** Closer than this to the end counts as being there. */
const NEAR = 80;
const LOAD_WITHIN = 1_200;

type Input = {
  pane: RefObject<HTMLDivElement | null>;
  rows: Row[];
  timeline: Timeline;
  room: string;
  me: number;
  target: string | null;
};

/** Where the reader is: at the end it follows, elsewhere nothing moves; older and newer pages come before they are needed. */
export function useTimelineScroll({ pane, rows, timeline, room, me, target }: Input) {
  const client = useQueryClient();
  const list = useRef<VirtualizerHandle>(null);
  const atEnd = useRef(true);
  const placed = useRef(false);
  const busy = useRef(false);
  const before = useRef({ first: rows[0]?.key, last: rows.at(-1)?.key, length: rows.length });
  const [loading, setLoading] = useState(false);
  const [away, setAway] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const [seen, setSeen] = useState(timeline.messages.at(-1)?.seq ?? 0);

  const newest = timeline.messages.at(-1)?.seq ?? 0;
  const last = rows.at(-1);
  const grewAtStart = rows.length > before.current.length && last?.key === before.current.last;
  const unseen = away ? timeline.messages.filter((m) => m.seq > seen && m.sender?.id !== me).length : 0;

  const toEnd = useCallback(() => {
    if (rows.length > 0) list.current?.scrollToIndex(rows.length - 1, { align: "end" });
  }, [rows.length]);

  const load = useCallback(
    async (which: typeof loadOlder) => {
      if (busy.current) return;
      busy.current = true;
      const slow = setTimeout(() => setLoading(true), 400);
      await which(client, room).catch(() => undefined);
      clearTimeout(slow);
      setLoading(false);
      busy.current = false;
    },
    [client, room],
  );

  const look = useCallback(() => {
    const handle = list.current;
    if (!handle || !placed.current) return;
    const below = handle.scrollSize - handle.scrollOffset - handle.viewportSize;
    atEnd.current = below < NEAR && !timeline.hasNewer;
    setAway(!atEnd.current && (below > handle.viewportSize / 2 || timeline.hasNewer || below > NEAR));
    if (handle.scrollOffset < LOAD_WITHIN && timeline.hasOlder) void load(loadOlder);
    else if (below < LOAD_WITHIN && timeline.hasNewer) void load(loadNewer);
  }, [load, timeline.hasNewer, timeline.hasOlder]);

  // The first look: at the asked message, else at the first new one, else at the end.
  useLayoutEffect(() => {
    if (placed.current || rows.length === 0) return;
    const firstNew = rows.findIndex((row) => row.kind === "new");
    const frame = requestAnimationFrame(() => {
      placed.current = true;
      if (target) return;
      if (firstNew > 0) list.current?.scrollToIndex(firstNew, { align: "start", offset: -48 });
      look();
    });
    list.current?.scrollToIndex(rows.length - 1, { align: "end" });
    return () => cancelAnimationFrame(frame);
  }, [rows, target, look]);

  // Follow the end while one is there, and always to one's own new message.
  useLayoutEffect(() => {
    const own = last?.kind === "outgoing" && last.key !== before.current.last;
    before.current = { first: rows[0]?.key, last: last?.key, length: rows.length };
    if (placed.current && (own || atEnd.current)) toEnd();
  }, [rows, last, toEnd]);

  useEffect(() => {
    if (!away) setSeen(newest);
  }, [away, newest]);

  useMarkRead({ client, room, newest, visible: !away && !timeline.hasNewer });

  // An address with a message opens around it.
  const found = target ? rows.findIndex((row) => row.kind === "message" && row.message.id === target) : -1;
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!target || shown.current === target) return;
    if (found < 0) {
      void loadAround(client, room, target).catch(() => undefined);
      return;
    }
    shown.current = target;
    atEnd.current = false;
    requestAnimationFrame(() => list.current?.scrollToIndex(found, { align: "center" }));
  }, [client, room, target, found]);

  return {
    list,
    shift: grewAtStart,
    loading,
    away,
    day,
    unseen,
    onScroll: (offset: number) => {
      look();
      const row = list.current ? rows.slice(0, list.current.findItemIndex(offset + 8) + 1).findLast(isDay) : undefined;
      setDay(placed.current && !atEnd.current && row ? row.time : null);
    },
    onScrollEnd: () => setDay(null),
    onResize: () => {
      if (placed.current && atEnd.current) toEnd();
    },
    toNewest: () => {
      atEnd.current = true;
      if (timeline.hasNewer) void returnToNewest(client, room).then(() => requestAnimationFrame(toEnd));
      else list.current?.scrollToIndex(rows.length - 1, { align: "end", smooth: rows.length < 200 });
      pane.current?.focus({ preventScroll: true });
    },
  };
}

const isDay = (row: Row): row is Extract<Row, { kind: "day" }> => row.kind === "day";
