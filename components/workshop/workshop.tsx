"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Bell, MessagesSquare } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Task } from "@/lib/contract/shapes";
import { keys } from "@/lib/client/keys";
import { useHydrated } from "@/lib/client/use-hydrated";
import { ConversationScope } from "@/components/messages/conversation-scope";
import { ConversationSkeleton } from "@/components/messages/conversation-skeleton";
import { MessageRow } from "@/components/messages/message-row";
import { ThreadLine } from "@/components/messages/thread-line";
import { RoomRows } from "@/components/rooms/room-rows";
import { StatusChip } from "@/components/tasks/status-chip";
import { TaskCard } from "@/components/tasks/task-card";
import { TaskIcon } from "@/components/tasks/task-icon";
import { Avatar, RoomAvatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chips } from "@/components/ui/chips";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { IconButton } from "@/components/ui/icon-button";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { SearchField } from "@/components/ui/search-field";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { toast, Toasts } from "@/components/ui/toasts";
import { UnreadBadge } from "@/components/ui/unread-badge";
import { specimens } from "@/components/workshop/specimens";

const statuses: Task["status"][] = ["pending", "waiting_dependency", "in-progress", "completed", "canceled"];
const looks = ["primary", "outline", "quiet", "danger"] as const;
const nothing = () => undefined;

/** Every primitive and every piece of the chat, in all its states, without a server. */
export function Workshop() {
  const { me, room, messages, rows, task } = specimens;
  const [client] = useState(() => {
    const made = new QueryClient();
    made.setQueryData(keys.me, me);
    made.setQueryData(keys.rooms, { items: Object.values(rows), count: 0 });
    return made;
  });
  const [chip, setChip] = useState("one");
  const [text, setText] = useState("");
  // As in the product, no row that the server drew is taken over: theirs have fewer buttons.
  if (!useHydrated()) return null;
  return (
    <QueryClientProvider client={client}>
      <main className="h-dvh thin-scroll overflow-y-auto bg-canvas p-6">
        <div className="mx-auto grid max-w-6xl grid-cols-1 gap-6 lg:grid-cols-2">
          <Bench name="Button">
            {looks.map((look) => (
              <Button key={look} look={look}>
                {look}
              </Button>
            ))}
            <Button disabled>disabled</Button>
          </Bench>
          <Bench name="IconButton, UnreadBadge, StatusChip">
            <IconButton icon={Bell} label="small" size="small" />
            <IconButton icon={Bell} label="medium" />
            <IconButton icon={Bell} label="pressed" aria-pressed />
            <IconButton icon={Bell} label="filled" size="large" filled />
            <UnreadBadge count={3} label="3" />
            <UnreadBadge count={100} label="100" />
            <UnreadBadge count={7} label="7" quiet />
            {statuses.map((status) => (
              <StatusChip key={status} status={status} />
            ))}
          </Bench>
          <Bench name="Avatar">
            {(["xs", "sm", "md", "lg", "xl"] as const).map((size, id) => (
              <Avatar key={size} id={id} name="Linh Trần" size={size} online={size === "lg"} />
            ))}
            {Object.entries(rows).map(([name, row]) => (
              <RoomAvatar key={name} room={row} personId={2} />
            ))}
            <TaskIcon type="maintenance" />
          </Bench>
          <Bench name="Fields, Chips, Toast">
            <div className="flex w-full flex-col gap-4">
              <TextField label="Text" hint="A hint" />
              <TextField label="Wrong" error="What is wrong" />
              <TextArea label="Long text" />
              <SearchField label="Search" value={text} onChange={setText} hint="⌘K" />
              <Chips
                label="Chips"
                value={chip}
                onChange={setChip}
                chips={["one", "two", "three"].map((value, count) => ({ value, label: value, count }))}
              />
              <Button look="outline" onClick={() => toast("Message deleted", { label: "Undo", run: nothing })}>
                Toast
              </Button>
            </div>
          </Bench>
          <Bench name="RoomRows, RoomRow">
            <ul className="w-full">
              <RoomRows rooms={Object.values(rows)} open={rows.direct?.id ?? null} />
            </ul>
          </Bench>
          <Bench name="MessageRow, ThreadLine">
            <ConversationScope room={room} thread={null}>
              {() => (
                <div className="w-full">
                  {Object.entries(messages).map(([name, message]) =>
                    message.thread_root_id ? (
                      <ThreadLine key={name} message={message} mine={false} marked={false} />
                    ) : (
                      <MessageRow
                        key={name}
                        message={message}
                        mine={message.sender?.id === me.id}
                        first
                        last
                        marked={false}
                      />
                    ),
                  )}
                </div>
              )}
            </ConversationScope>
          </Bench>
          <Bench name="TaskCard, Facts">
            <ul className="flex w-full flex-col gap-2">
              {statuses.map((status) => (
                <TaskCard key={status} task={{ ...task, status }} onDiscuss={nothing} />
              ))}
            </ul>
            <Facts
              facts={[
                ["Name", "Palm Villa"],
                ["Address", "12 Ocean Drive"],
              ]}
            />
          </Bench>
          <Bench name="EmptyState, skeletons">
            <EmptyState icon={MessagesSquare} title="Nothing here" hint="What to do next." />
            <div className="w-full">
              <RowsSkeleton />
            </div>
            <div className="flex h-96 w-full">
              <ConversationSkeleton />
            </div>
          </Bench>
        </div>
      </main>
      <Toasts />
    </QueryClientProvider>
  );
}

function Bench({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Card>
      <h2 className="text-xs font-semibold text-ink-2">{name}</h2>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </Card>
  );
}
