"use client";

import { useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useEffect, useMemo, useState } from "react";
import type { Room } from "@/lib/contract/shapes";
import { arriving } from "@/lib/client/arriving";
import { useChatAddress } from "@/lib/client/chat-address";
import { detailsPane } from "@/lib/client/details-pane";
import { keys } from "@/lib/client/keys";
import { type Packed, unpack } from "@/lib/client/packed";
import { joinNewest, type Timeline } from "@/lib/client/timeline";
import { Conversation } from "@/components/messages/conversation";
import { DetailsPane } from "@/components/rooms/details-pane";
import { RoomsPane } from "@/components/rooms/rooms-pane";
import { warmParts } from "@/components/rooms/warm-parts";

const nothingOpen = arriving(() => import("@/components/rooms/nothing-open").then((module) => module.NothingOpen));
const threadPane = arriving(() => import("@/components/messages/thread-pane").then((module) => module.ThreadPane));

export type RoomSeed = { room: Room; timeline: Timeline };

/** List, conversation and details: one, two or three of them side by side, by the width of the window. */
export function ChatScreen({ seed }: { seed: Packed<RoomSeed> | null }) {
  useSeed(seed);
  const { room, details, message, thread } = useChatAddress();
  const beside = detailsPane.use((open) => open);
  const NothingOpen = nothingOpen.use(!room);
  const ThreadPane = threadPane.use(!!thread);
  // On all but wide screens what is asked for stands in the conversation's place.
  const covered = details || thread;
  useEffect(warmParts, []);
  return (
    <>
      <div
        className={clsx(
          "flex min-w-0 flex-1 border-line md:w-80 md:flex-none md:border-e wide:w-85",
          room && "max-md:hidden",
        )}
      >
        <RoomsPane open={room} />
      </div>
      <div className={clsx("flex min-w-0 flex-1 bg-surface", !room && "max-md:hidden", covered && "max-wide:hidden")}>
        {room ? <Conversation id={room} target={message} /> : NothingOpen && <NothingOpen />}
      </div>
      {room && thread && (
        <div className="flex min-w-0 flex-1 border-line wide:w-96 wide:flex-none wide:border-s">
          {ThreadPane && <ThreadPane key={thread} room={room} root={thread} target={message} />}
        </div>
      )}
      {room && !thread && (details || beside) && (
        <div
          className={clsx(
            "only-filled min-w-0 flex-1 border-line wide:flex wide:w-78 wide:flex-none wide:border-s",
            details ? "flex" : "hidden",
          )}
        >
          <DetailsPane id={room} alone={details} />
        </div>
      )}
    </>
  );
}

/** The room that came with the page. What the browser already holds is only added to. */
function useSeed(given: Packed<RoomSeed> | null): void {
  const client = useQueryClient();
  const seed = useMemo(() => given && unpack<RoomSeed>(given), [given]);
  const [held] = useState(() => {
    if (!seed) return true;
    const present = client.getQueryData(keys.timeline(seed.room.id)) !== undefined;
    if (!present) {
      client.setQueryData(keys.room(seed.room.id), seed.room);
      client.setQueryData(keys.timeline(seed.room.id), seed.timeline);
    }
    return present;
  });
  useEffect(() => {
    if (!held || !seed) return;
    client.setQueryData(keys.room(seed.room.id), seed.room);
    client.setQueryData<Timeline>(keys.timeline(seed.room.id), (now) => joinNewest(now, seed.timeline));
  }, [client, held, seed]);
}
