import { enqueue } from "@/lib/client/outbox";
import type { Outgoing } from "@/lib/client/outbox-entry";
import { dropFile, packFiles, pickedFiles } from "@/lib/client/picked-files";
import { createStore } from "@/lib/client/store";

/** A message that waits for its files. Once they are there it goes the way of every other: through the outbox. */
export type Parcel = Pick<Outgoing, "client_id" | "room" | "content" | "sender" | "reply_to" | "thread_root"> & {
  /** The composer that it was written in. */
  shelf: string;
};

export const parcels = createStore<Parcel[]>([]);

/** Sends a message with the files of its composer, as soon as all of them are there. */
export function sendParcel(parcel: Parcel): void {
  parcels.set((all) => [...all, parcel]);
  packFiles(parcel.shelf, parcel.client_id);
}

/** Gives a message up, with its files. */
export function dropParcel(clientId: string): void {
  parcels.set((all) => all.filter((one) => one.client_id !== clientId));
  for (const { id, parcel } of pickedFiles.get()) if (parcel === clientId) dropFile(id);
}

function dispatch(): void {
  for (const { client_id, shelf: _shelf, room, ...message } of parcels.get()) {
    const files = pickedFiles.get().filter((one) => one.parcel === client_id);
    if (!files.every(({ state }) => state === "done")) continue;
    const attachment_ids = files.flatMap(({ attachment }) => attachment?.id ?? []);
    if (attachment_ids.length > 0 || message.content !== "") {
      enqueue(room, { kind: "send", ...message, attachment_ids }, client_id);
    }
    dropParcel(client_id);
  }
}

pickedFiles.subscribe(dispatch);
