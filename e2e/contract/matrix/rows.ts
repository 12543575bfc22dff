import { adminRows } from "./admin-rows";
import { attachmentRows } from "./attachment-rows";
import { blockRows } from "./block-rows";
import { filterRows } from "./filter-rows";
import { heldRows } from "./held-rows";
import { linkRows } from "./link-rows";
import { messageRows } from "./message-rows";
import { notificationRows } from "./notification-rows";
import { participantRows } from "./participant-rows";
import { passkeyRows } from "./passkey-rows";
import { peopleRows } from "./people-rows";
import { reportRows } from "./report-rows";
import { roomRows } from "./room-rows";
import type { Rows } from "./row";
import { secondFactorRows } from "./second-factor-rows";
import { sessionRows } from "./session-rows";
import { tokenRows } from "./token-rows";
import { workRows } from "./work-rows";

/** Every call of the REST interface: its plain one, then those with something special about them. */
export const rows: Rows = {
  ...tokenRows,
  ...roomRows,
  ...messageRows,
  ...attachmentRows,
  ...linkRows,
  ...participantRows,
  ...notificationRows,
  ...peopleRows,
  ...blockRows,
  ...sessionRows,
  ...secondFactorRows,
  ...passkeyRows,
  ...workRows,
  ...reportRows,
  ...adminRows,
  ...filterRows,
  ...heldRows,
};
