import { adminRoutes } from "./handlers/admin";
import { attachmentRoutes } from "./handlers/attachments";
import { auditRoutes } from "./handlers/audit";
import { blockRoutes } from "./handlers/blocks";
import { filterRoutes } from "./handlers/filter";
import { heldRoutes } from "./handlers/held";
import { inviteRoutes } from "./handlers/invites";
import { linkRoutes } from "./handlers/links";
import { liveRoutes } from "./handlers/live";
import { messageRoutes } from "./handlers/messages";
import { notificationRoutes } from "./handlers/notifications";
import { participantRoutes } from "./handlers/participants";
import { reportRoutes } from "./handlers/reports";
import { passkeyRoutes } from "./handlers/passkeys";
import { roomRoutes } from "./handlers/rooms";
import { secondFactorRoutes } from "./handlers/second-factor";
import { sessionRoutes } from "./handlers/sessions";
import { sharedDeviceRoutes } from "./handlers/shared-devices";
import { tokenRoutes } from "./handlers/tokens";
import { uploadRoutes } from "./handlers/uploads";
import { userRoutes } from "./handlers/users";
import { workRoutes } from "./handlers/work";
import type { Route } from "./route";

/** Every call of the REST interface. */
export const routes: readonly Route[] = [
  ...tokenRoutes,
  ...roomRoutes,
  ...messageRoutes,
  ...attachmentRoutes,
  ...linkRoutes,
  ...uploadRoutes,
  ...participantRoutes,
  ...liveRoutes,
  ...userRoutes,
  ...blockRoutes,
  ...sessionRoutes,
  ...secondFactorRoutes,
  ...passkeyRoutes,
  ...notificationRoutes,
  ...workRoutes,
  ...inviteRoutes,
  ...reportRoutes,
  ...adminRoutes,
  ...filterRoutes,
  ...heldRoutes,
  ...auditRoutes,
  ...sharedDeviceRoutes,
];
