import type { SocketCommand } from "@/lib/contract/acknowledgements";
import type { frames } from "@/lib/contract/commands";
import type { ErrorCode } from "@/lib/contract/errors";
import type { OperationId } from "@/lib/contract/operations/calls";
import type { HouseAction, RoomAction } from "@/lib/contract/permissions";
import type { Actor } from "./actors";
import type { Door } from "./expected";

/** Whoever comes, signed in or not: a code, a token or a link in what is sent counts. */
const open: Door = { asks: "nothing" };
/** One's own list, or what lies in one's own rooms: whoever is signed in. */
const signedIn: Door = { asks: "sign-in" };
const never = (code: ErrorCode): Door => ({ asks: "never", code });
const house = (action: HouseAction): Door => ({ asks: "house", action });
/** What is the caller's own, whoever calls. */
const oneself = (action: HouseAction): Door => ({ asks: "house", action, own: "everybody" });
/** About somebody of the staff. */
const person = (action: HouseAction): Door => ({ asks: "house", action, about: "staff" });
const room = (action: RoomAction): Door => ({ asks: "room", action });
/** About what one actor made. */
const of = (own: Actor, door: Extract<Door, { asks: "house" | "room" }>): Door => ({ ...door, own });
const inRoom = (action: RoomAction) => ({ asks: "room", action }) as const;

/**
 * The doors of the product: what each asks of who comes, for the call that stands in the `plain` row of its table. From this
 * and permissions.ts follows what each actor is answered by each transport; nothing else says it. Read it as a review:
 * does an operation ask for the right thing?
 */
export const operationDoors: Record<OperationId, Door> = {
  signIn: open,
  refreshSession: open,
  verifyToken: open,
  revokeSession: open,
  revokeAllSessions: oneself("devices.manage"),

  listRooms: signedIn,
  createRoom: house("rooms.create"),
  getRoom: room("room.read"),
  updateRoom: room("room.update"),
  deleteRoom: room("room.archive"),
  archiveRoom: room("room.archive"),
  unarchiveRoom: room("room.archive"),
  // A room is not left without somebody who runs it.
  leaveRoom: { ...room("room.leave"), but: { admin: "last_admin" } },
  markRoomRead: room("room.mark_read"),
  roomStats: room("room.read"),

  listMessages: room("room.read"),
  sendMessage: room("message.send"),
  searchMessages: signedIn,
  getMessage: room("room.read"),
  editMessage: of("sender", inRoom("message.edit")),
  deleteMessage: of("sender", inRoom("message.delete")),
  markMessageRead: room("room.mark_read"),
  addReaction: room("message.react"),
  removeReaction: room("message.react"),
  pinMessage: room("message.pin"),
  unpinMessage: room("message.pin"),
  makeUrgent: of("sender", inRoom("message.urgent")),
  removeLinkPreview: of("sender", inRoom("message.edit")),
  getLinkImage: room("room.read"),

  uploadAttachment: house("files.upload"),
  getUploadLimits: signedIn,
  // Whoever began an upload finishes it; nobody else, whatever their role.
  finishUpload: {
    ...house("files.upload"),
    but: {
      stranger: "forbidden",
      removed: "forbidden",
      participant: "forbidden",
      admin: "forbidden",
      manager: "forbidden",
      superuser: "forbidden",
    },
  },
  getAttachmentFile: room("room.read"),
  getAttachmentThumbnail: room("room.read"),
  getAttachmentPreview: room("room.read"),

  listParticipants: room("room.read"),
  getParticipant: room("room.read"),
  addParticipant: room("participant.add"),
  updateParticipant: room("participant.update"),
  removeParticipant: room("participant.remove"),
  silenceParticipant: room("participant.silence"),
  liftSilence: room("participant.silence"),
  // The seat is the viewer's.
  setNotify: of("viewer", inRoom("room.mute")),
  muteParticipant: of("viewer", inRoom("room.mute")),
  listTyping: room("room.read"),
  sync: signedIn,

  registerDevice: oneself("devices.manage"),
  removeDevice: oneself("devices.manage"),
  getPush: signedIn,
  subscribePush: oneself("devices.manage"),
  unsubscribePush: oneself("devices.manage"),
  testPush: signedIn,
  listNotices: signedIn,
  seeNotices: signedIn,
  stopMail: open,

  listUsers: house("people.list"),
  getMe: oneself("profile.change"),
  updateMe: oneself("profile.change"),
  createUser: person("people.create"),
  updateUser: person("people.change"),
  // There is somebody already.
  setUp: never("not_found"),

  listBlocks: house("people.block"),
  blockUser: person("people.block"),
  unblockUser: person("people.block"),

  listOwnSessions: oneself("devices.manage"),
  endOwnSession: oneself("devices.manage"),
  endOtherSessions: oneself("devices.manage"),
  changePassword: oneself("account.secure"),
  getPin: oneself("account.secure"),
  setPin: oneself("account.secure"),
  removePin: oneself("account.secure"),
  getSecondFactor: oneself("account.secure"),
  beginSecondFactor: oneself("account.secure"),
  confirmSecondFactor: oneself("account.secure"),
  renewRecoveryCodes: oneself("account.secure"),
  endSecondFactor: oneself("account.secure"),
  resetSecondFactor: person("people.change"),

  listPasskeys: oneself("account.secure"),
  beginPasskey: oneself("account.secure"),
  addPasskey: oneself("account.secure"),
  removePasskey: oneself("account.secure"),
  beginPasskeySignIn: open,
  listUserSessions: person("people.devices"),
  endUserSession: person("people.devices"),
  endUserSessions: person("people.devices"),

  listProperties: house("properties.read"),
  getProperty: house("properties.read"),
  createProperty: house("properties.write"),
  updateProperty: house("properties.write"),
  deleteProperty: house("properties.write"),
  listTasks: house("tasks.read"),
  getTask: house("tasks.read"),
  createTask: house("tasks.write"),
  // Its status alone; the task is the sender's.
  updateTask: of("sender", { asks: "house", action: "tasks.status" }),
  deleteTask: house("tasks.write"),

  listInvites: person("people.invite"),
  createInvite: person("people.invite"),
  revokeInvite: person("people.invite"),
  makePasswordLink: person("people.change"),
  openCode: open,
  join: open,
  setPassword: open,

  // Nobody reports what they wrote themselves.
  fileReport: { ...room("message.report"), but: { sender: "invalid_input" } },
  listReports: person("reports.decide"),
  getReport: person("reports.decide"),
  decideReport: person("reports.decide"),
  listOwnHeld: oneself("held.own"),
  takeBackHeld: oneself("held.own"),
  listHeld: person("reports.decide"),
  getHeld: person("reports.decide"),
  releaseHeld: person("reports.decide"),
  refuseHeld: person("reports.decide"),
  listWarnings: oneself("warnings.read"),
  acknowledgeWarning: oneself("warnings.read"),

  listAccounts: person("people.change"),
  importPeople: person("people.create"),
  listAllRooms: house("rooms.manage"),
  manageRoom: house("rooms.manage"),
  listAudit: house("audit.read"),
  pushFacts: house("push.manage"),
  listPushDevices: house("push.manage"),
  removePushDevice: house("push.manage"),
  listPushFailures: house("push.manage"),
  exportAudit: house("audit.read"),
  systemState: house("house.system"),
  listSharedDevices: house("devices.share"),
  approveSharedDevice: house("devices.share"),
  revokeSharedDevice: house("devices.share"),
  getSettings: house("house.settings"),
  updateSettings: house("house.settings"),
  listFilterRules: house("house.settings"),
  createFilterRule: house("house.settings"),
  updateFilterRule: house("house.settings"),
  deleteFilterRule: house("house.settings"),
  tryFilter: house("house.settings"),
};

export const commandDoors: Record<SocketCommand, Door> = {
  "message:send": room("message.send"),
  "message:edit": of("sender", inRoom("message.edit")),
  "message:delete": of("sender", inRoom("message.delete")),
  "reaction:set": room("message.react"),
  read: room("room.mark_read"),
  typing: room("room.typing"),
  sync: signedIn,
  "auth:refresh": signedIn,
};

/** A raw WebSocket hangs in one room: whoever has no place there gets no line. */
export const frameDoors: Record<keyof typeof frames, Door> = {
  chat_message: room("message.send"),
  typing: room("room.typing"),
  read_receipt: room("room.mark_read"),
  mark_room_read: room("room.mark_read"),
  history: room("room.read"),
};
