import { enqueue } from "@/lib/client/outbox";
import { type Parcel, parcels } from "@/lib/client/parcels";
import { pickedFiles } from "@/lib/client/picked-files";
import { dropFile, packFiles } from "@/lib/client/upload-files";

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
