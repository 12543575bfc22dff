import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import { ABOVE_NEW } from "@/lib/client/above-new";
import { asksAgain } from "@/lib/client/chat-address";
import { loadAround, loadNewer, loadOlder, returnToNewest } from "@/lib/client/timeline-pages";
import type { Timeline } from "@/lib/client/timeline";
import type { Row } from "@/lib/client/timeline-rows";
import { useMarkRead } from "@/lib/client/use-mark-read";
import { useOnScreen } from "@/lib/client/use-on-screen";

/** Closer than this to the end counts as being there. */
const NEAR = 80;
const LOAD_WITHIN = 1_200;
/**
 * Scrolling so soon after a wheel, a key or a finger is the reader's, with its momentum; other scrolling is the list's
 * own. Milliseconds: as long as a slow phone may be busy between the one and the other.
 */
const BY_HAND = 1_000;

/** The first row in view, counted from the last, which is 1; and how much of it is above the edge. */
export type Place = { fromEnd: number; offset: number };

/** When a list was left for this one (by `performance.now()`), and its place; null at the end. */
export type Left = { at: number; place: Place | null };

type Input = {
  pane: RefObject<HTMLDivElement | null>;
  rows: Row[];
  timeline: Timeline;
  room: string;
  me: number;
  target: string | null;
  /** Where the reader was before this took over. */
  from: RefObject<Left | null>;
  /** The message that the address names is not there. */
  onGone: () => void;
};

/** Where the reader is: at the end it follows, elsewhere nothing moves; older and newer pages come before they are needed. */
export function useTimelineScroll({ pane, rows, timeline, room, me, target, from, onGone }: Input) {
  const client = useQueryClient();
  const list = useRef<VirtualizerHandle>(null);
  const onScreen = useOnScreen(pane);
  const firstNew = rows.findIndex((row) => row.kind === "new");
  // An address with a message opens around it.
  const found = target
    ? rows.findIndex((row) => (row.kind === "message" || row.kind === "thread") && row.message.id === target)
    : -1;
  // What is kept in place while rows are measured and arrive: the end, the first new row, the message that was asked for,
  // or nothing but the reader's own place.
  const goal = useRef<"end" | "new" | "found" | "none">(target ? "none" : firstNew > 0 ? "new" : "end");
  const touched = useRef(Number.NEGATIVE_INFINITY);
  const held = useRef(false);
  const busy = useRef(false);
  const before = useRef({ last: rows.at(-1)?.key, length: rows.length });
  const [loading, setLoading] = useState(false);
  const [away, setAway] = useState(goal.current === "new");
  const [day, setDay] = useState<string | null>(null);
  const [seen, setSeen] = useState(timeline.messages.at(-1)?.seq ?? 0);

  const newest = timeline.messages.at(-1)?.seq ?? 0;
  const last = rows.at(-1);
  const grewAtStart = rows.length > before.current.length && last?.key === before.current.last;
  const unseen = away ? timeline.messages.filter((m) => m.seq > seen && m.sender?.id !== me).length : 0;

  // Not by the list's own scrollToIndex, which goes on for 150 ms after a row was last measured, over the reader's wheel.
  const keepPlace = useCallback(() => {
    const scroller = pane.current;
    // Two hands on one list: the reader's wins.
    if (!scroller || held.current) return;
    if (goal.current === "end") scroller.scrollTop = scroller.scrollHeight;
    else if (goal.current === "new") scroller.scrollTop = (list.current?.getItemOffset(firstNew) ?? 0) - ABOVE_NEW;
    else if (goal.current === "found" && found >= 0 && list.current) {
      const middle = list.current.getItemOffset(found) + list.current.getItemSize(found) / 2;
      scroller.scrollTop = middle - scroller.clientHeight / 2;
    }
  }, [pane, firstNew, found]);

  // A row that grows moves what is under it only when the list has been drawn anew: later than the list tells of it.
  useLayoutEffect(() => {
    const rowsInPage = pane.current?.lastElementChild;
    if (!rowsInPage) return;
    const watch = new ResizeObserver(keepPlace);
    watch.observe(rowsInPage);
    return () => watch.disconnect();
  }, [pane, keepPlace]);

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
    if (!handle || handle.viewportSize === 0) return;
    const below = handle.scrollSize - handle.scrollOffset - handle.viewportSize;
    const atEnd = below < NEAR && !timeline.hasNewer;
    const byHand = performance.now() - touched.current < BY_HAND;
    if (byHand) touched.current = performance.now();
    if (atEnd) goal.current = "end";
    else if (byHand) goal.current = "none";
    setAway(goal.current !== "end");
    if (handle.scrollOffset < LOAD_WITHIN && timeline.hasOlder) void load(loadOlder);
    else if (below < LOAD_WITHIN && timeline.hasNewer) void load(loadNewer);
  }, [load, timeline.hasNewer, timeline.hasOlder]);

  const tookOver = useRef(0);
  useLayoutEffect(() => {
    const left = from.current;
    from.current = null;
    if (left) tookOver.current = left.at;
    const place = left?.place;
    if (!place) return;
    goal.current = "none";
    setAway(true);
    list.current?.scrollToIndex(rows.length - place.fromEnd, { align: "start", offset: place.offset });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, with the rows that are there when this takes over
  }, [from]);

  // Follow the end while one is there, and always to one's own new message.
  useLayoutEffect(() => {
    if (last?.kind === "outgoing" && last.key !== before.current.last) goal.current = "end";
    before.current = { last: last?.key, length: rows.length };
    keepPlace();
  }, [rows, last, keepPlace]);

  useEffect(() => {
    if (!away) setSeen(newest);
  }, [away, newest]);

  useMarkRead({ client, room, newest, visible: onScreen && !away && !timeline.hasNewer });

  const asked = asksAgain.use((count) => `${target} ${count}`);
  const shown = useRef<string | null>(null);
  const tell = useRef(onGone);
  useEffect(() => {
    tell.current = onGone;
  });
  useEffect(() => {
    // Behind another pane there is no height to put it in the middle of.
    if (!target) shown.current = null;
    if (!target || !onScreen || shown.current === asked) return;
    if (found < 0) {
      void loadAround(client, room, target).then(
        (isThere) => {
          if (isThere || shown.current === asked) return;
          shown.current = asked;
          tell.current();
        },
        () => undefined,
      );
      return;
    }
    shown.current = asked;
    goal.current = "found";
    requestAnimationFrame(() => list.current?.scrollToIndex(found, { align: "center" }));
  }, [client, room, target, asked, found, onScreen]);

  return {
    list,
    onTouch: () => {
      touched.current = performance.now();
    },
    /** Upwards is away from the end, before the first scroll event says so: a row measured meanwhile must not undo it. */
    onWheel: ({ deltaY, timeStamp }: { deltaY: number; timeStamp: number }) => {
      touched.current = performance.now();
      const scroller = pane.current;
      if (!scroller || scroller.scrollTop === 0) return;
      if (deltaY < 0) goal.current = "none";
      // The browser rolls by itself, and tells the page when that has time: this rolled the list that has just gone.
      if (timeStamp < tookOver.current) scroller.scrollTop += deltaY;
    },
    onTouchMove: () => {
      touched.current = performance.now();
      held.current = true;
    },
    onTouchEnd: () => {
      held.current = false;
    },
    shift: grewAtStart,
    loading,
    away,
    day,
    unseen,
    onScroll: (offset: number) => {
      look();
      const row = list.current ? rows.slice(0, list.current.findItemIndex(offset + 8) + 1).findLast(isDay) : undefined;
      setDay(goal.current === "none" && row ? row.time : null);
    },
    onScrollEnd: () => setDay(null),
    onResize: () => {
      keepPlace();
      look();
    },
    toNewest: () => {
      goal.current = "end";
      if (timeline.hasNewer) void returnToNewest(client, room);
      else list.current?.scrollToIndex(rows.length - 1, { align: "end", smooth: rows.length < 200 });
      pane.current?.focus({ preventScroll: true });
    },
  };
}

const isDay = (row: Row): row is Extract<Row, { kind: "day" }> => row.kind === "day";
