"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SocketEvents } from "@/lib/contract/events";
import { keys } from "@/lib/client/keys";
import { warningsOptions } from "@/lib/client/moderation";
import { ownHeldOptions } from "@/lib/client/own-held";
import { loadSocket } from "@/lib/client/socket";
import { WarningDialog } from "@/components/reports/warning-dialog";

/** Hears that there is something of the moderators', knows what of the reader's waits for them, and asks to read what they have told. */
export function Moderation() {
  const client = useQueryClient();
  useEffect(() => {
    let ended = false;
    let stop = () => undefined as void;
    const hear: SocketEvents["moderation"] = ({ about }) => {
      void client.invalidateQueries({ queryKey: keys[about] });
      if (about === "held") void client.invalidateQueries({ queryKey: keys.notices });
    };
    void loadSocket()
      .then((socket) => {
        if (ended) return;
        socket.on("moderation", hear);
        stop = () => void socket.off("moderation", hear);
      })
      .catch(() => undefined);
    return () => {
      ended = true;
      stop();
    };
  }, [client]);
  useQuery(ownHeldOptions);
  const { data } = useQuery(warningsOptions);
  const unread = data?.results.findLast((warning) => warning.acknowledged_at === null);
  return unread ? <WarningDialog key={unread.id} warning={unread} /> : null;
}
