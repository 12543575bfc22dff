import { filterExamples } from "./filter";
import { heldExamples } from "./held";
import * as reportShapes from "./report-shapes";
import { proofExamples } from "./proof";
import { settingsExamples } from "./settings";
import { sharedDeviceExamples } from "./shared-devices";
import * as shapes from "./shapes";

const page = (item: unknown) => ({ count: 1, next: null, previous: null, results: [item] });
const access =
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoyLCJ1c2VybmFtZSI6ImJlbiIsInRva2VuX3R5cGUiOiJhY2Nlc3MifQ.c2lnbmF0dXJl";
const subscription = {
  endpoint: "https://push.example.com/send/e5Wq",
  keys: {
    p256dh: "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU",
    auth: "AAAAAAAAAAAAAAAAAAAAAA",
  },
};
const refresh = "pT3v0uGm6v2kQ8x4c1o5Yw9eR7nJ2bLhZsVdXfAiUqM";
const { id, username, full_name, email } = shapes.user;

/** An example of what is sent and answered, by the id of the operation. A test holds each against its schema. */
export const examples: Record<string, { body?: unknown; response?: unknown }> = {
  signIn: {
    body: { username: "ben", password: "correct horse battery" },
    response: { access, refresh, user: { id, username, full_name, email, role: "staff", is_superuser: false } },
  },
  refreshSession: { body: { refresh }, response: { access, refresh } },
  verifyToken: { body: { token: access }, response: {} },
  revokeSession: { body: { refresh }, response: {} },
  revokeAllSessions: { response: {} },

  listRooms: { response: page(shapes.roomListItem) },
  createRoom: { body: { room_type: "task", participant_ids: [2], task: 12 }, response: shapes.room },
  getRoom: { response: shapes.room },
  updateRoom: { body: { name: "Boiler" }, response: { ...shapes.room, name: "Boiler", display_name: "Boiler" } },
  deleteRoom: {},
  archiveRoom: { response: { ...shapes.room, is_active: false, archived_at: "2026-05-06T12:00:00.000000Z" } },
  unarchiveRoom: { response: shapes.room },
  leaveRoom: { response: { message: "Successfully left the room" } },
  markRoomRead: { body: { seq: 7 }, response: { message: "Room marked as read" } },
  roomStats: {
    response: {
      message_count: 3,
      participant_count: 2,
      unread_count: 0,
      last_message_at: shapes.message.created_at,
    },
  },

  listMessages: { response: page(shapes.message) },
  sendMessage: {
    body: { room: shapes.roomId, content: shapes.message.content, client_id: shapes.clientId },
    response: shapes.message,
  },
  searchMessages: {
    response: page({ ...shapes.message, snippet: "The <mark>boiler</mark> is fixed, @ada." }),
  },
  getMessage: { response: shapes.message },
  editMessage: {
    body: { content: "The boiler is fixed." },
    response: {
      ...shapes.message,
      content: "The boiler is fixed.",
      mentions: [],
      is_edited: true,
      edited_at: "2026-05-04T09:20:00.000000Z",
    },
  },
  deleteMessage: {},
  markMessageRead: { response: shapes.message },
  addReaction: { body: { emoji: "👍" }, response: shapes.message },
  removeReaction: { response: { ...shapes.message, reactions: [] } },
  pinMessage: { response: { ...shapes.message, pinned_at: "2026-05-04T09:30:00.000000Z" } },
  makeUrgent: { body: { reason: "Water in the cellar" }, response: shapes.message },
  unpinMessage: { response: shapes.message },

  uploadAttachment: { response: shapes.attachment },
  getAttachmentFile: {},
  getAttachmentThumbnail: {},
  getAttachmentPreview: {},

  removeLinkPreview: { response: shapes.message },
  getLinkImage: {},

  listParticipants: { response: page(shapes.participant) },
  getParticipant: { response: shapes.participant },
  addParticipant: { body: { room: shapes.roomId, user: 2 }, response: shapes.participant },
  updateParticipant: { body: { is_admin: true }, response: { ...shapes.participant, is_admin: true } },
  removeParticipant: {},
  setNotify: { body: { notify: "mentions" }, response: { ...shapes.participant, notify: "mentions" } },
  registerDevice: {
    body: { token: "fKx3_token-of-the-phone-app:APA91b", platform: "android" },
    response: { ...shapes.pushDevice, kind: "fcm", platform: "android" },
  },
  removeDevice: { body: { token: "fKx3_token-of-the-phone-app:APA91b" } },
  getPush: { response: { public_key: subscription.keys.p256dh, devices: [shapes.pushDevice], mail: true } },
  subscribePush: { body: subscription, response: shapes.pushDevice },
  unsubscribePush: { body: { endpoint: subscription.endpoint } },
  testPush: { response: { devices: 1 } },
  listNotices: { response: { results: [shapes.notice], has_more: false, unread_count: 1 } },
  stopMail: { response: {} },
  seeNotices: { body: { until: shapes.notice.at }, response: { unread_count: 0 } },
  silenceParticipant: {
    body: { until: "2026-05-05T07:00:00Z" },
    response: { ...shapes.participant, silenced_until: "2026-05-05T07:00:00.000000Z" },
  },
  liftSilence: { response: shapes.participant },
  muteParticipant: {
    body: { muted: true, muted_until: "2026-05-05T07:00:00Z" },
    response: { ...shapes.participant, is_muted: true, muted_until: "2026-05-05T07:00:00.000000Z" },
  },
  listTyping: { response: page(shapes.typingSign) },
  sync: {
    response: {
      events: [
        {
          room: shapes.roomId,
          seq: 7,
          type: "message.created",
          at: shapes.message.created_at,
          data: shapes.sharedMessage,
        },
      ],
      cursor: "eyJoIjoiODEyIiwidCI6MTc3Nzg4NjA0MiwiZCI6Ijc0In0",
      has_more: false,
      reset: false,
    },
  },

  finishUpload: { body: {}, response: shapes.attachment },
  getUploadLimits: {
    response: {
      max_file_bytes: 26_214_400,
      max_files_per_message: 10,
      max_voice_ms: 305_000,
      daily_bytes: 2_097_152_000,
      daily_bytes_left: 2_071_986_176,
      extensions: ["jpg", "pdf", "png"],
    },
  },

  listUsers: { response: page(shapes.directoryUser) },
  getMe: { response: shapes.me },
  updateMe: { body: { locale: "en", timezone: "Europe/Madrid" }, response: shapes.me },
  createUser: {
    body: {
      username: "ben",
      password: "correct horse battery",
      email: "ben@example.com",
      first_name: "Ben",
      last_name: "Carter",
      role: "staff",
      task_group: "maintenance",
    },
    response: shapes.me,
  },
  setUp: {
    body: {
      username: "ada",
      password: "correct horse battery",
      email: "ada@example.com",
      first_name: "Ada",
      last_name: "Moreno",
    },
    response: { ...shapes.me, ...shapes.manager, role: "superuser", is_superuser: true },
  },
  updateUser: { body: { is_active: false }, response: { ...shapes.me, is_active: false } },

  listBlocks: { response: page(shapes.block) },
  blockUser: {},
  unblockUser: {},

  listOwnSessions: { response: page(shapes.session) },
  endOwnSession: {},
  endOtherSessions: {},
  changePassword: { body: { current_password: "correct horse battery", password: "another long sentence" } },
  listUserSessions: { response: page({ ...shapes.session, current: false }) },
  endUserSession: {},
  endUserSessions: {},

  listAudit: {
    response: page({
      id: 41,
      at: "2026-05-04T09:14:02.120000Z",
      actor_id: 1,
      actor: "ada",
      actor_name: "Ada Moreno",
      action: "person.changed",
      target_type: "person",
      target_id: "2",
      target_name: null,
      person_name: "Ben Carter",
      room: null,
      details: { role: ["viewer", "staff"] },
      names: {},
      address: "203.0.113.7",
    }),
  },

  listInvites: { response: page(shapes.invite) },
  createInvite: {
    body: { role: "staff", task_group: "cleaning", label: "Summer crew", max_uses: 12, hours: 168 },
    response: { ...shapes.madeCode, invite: shapes.invite },
  },
  revokeInvite: {},
  makePasswordLink: { response: shapes.madeCode },
  openCode: {
    body: { code: shapes.madeCode.code },
    response: { kind: "join", role: "staff", username: null, invited_by: "Ada Moreno" },
  },
  join: {
    body: { code: shapes.madeCode.code, username: "ben", password: "correct horse battery", first_name: "Ben" },
    response: shapes.me,
  },
  setPassword: {
    body: { code: shapes.madeCode.code, password: "correct horse battery" },
    response: { username: "ben" },
  },

  ...proofExamples,
  ...sharedDeviceExamples,

  listAccounts: {
    response: page({
      ...shapes.me,
      created_at: shapes.message.created_at,
      has_password: true,
      has_second_factor: false,
      passkey_count: 1,
      device_count: 2,
    }),
  },
  importPeople: {
    body: { csv: "username,first_name,last_name\nben,Ben,Carter\n", trial: true },
    response: {
      created: 0,
      lines: [{ line: 2, username: "ben", full_name: "Ben Carter", role: "staff", problem: null, url: null }],
    },
  },
  listAllRooms: { response: page(shapes.roomFacts) },
  manageRoom: { body: { archived: true }, response: shapes.roomFacts },
  pushFacts: {
    response: {
      day: { queued: 2, sent: 0, accepted: 1840, skipped: 96, gone: 1, failed: 3 },
      devices: { web: 31, android: 12, ios: 9, failing: 1 },
      phones: true,
      mail: true,
    },
  },
  listPushDevices: { response: page(shapes.anyPushDevice) },
  removePushDevice: {},
  listPushFailures: { response: page(shapes.pushFailure) },
  exportAudit: {},
  systemState: {
    response: {
      versions: { app: "0.1.0", node: "20.20.0", database: "17.10" },
      process: { started_at: "2026-05-04T06:00:00Z", memory_bytes: 210_000_000, sockets: 31, people_connected: 24 },
      database: { size_bytes: 91_000_000, connections: 9, answer_ms: 0.4, migrations: 5, embedded: true },
      queue: { waiting: 0, failing: 0, oldest_at: null },
      storage: { kind: "disk", files: 812, bytes: 640_000_000, free_bytes: 52_000_000_000 },
      counts: { people: 42, active_people: 40, rooms: 131, messages: 20_413, audit: 977 },
    },
  },
  ...filterExamples,
  ...settingsExamples,

  fileReport: {
    body: { message: shapes.messageId, reason: "harassment", note: "Not the first time." },
    response: reportShapes.filedReport,
  },
  ...heldExamples,
  listReports: { response: page(reportShapes.report) },
  getReport: { response: reportShapes.reportWithContext },
  decideReport: {
    body: { action: "warn", note: "Please keep it friendly." },
    response: reportShapes.reportWithContext,
  },
  listWarnings: { response: { results: [reportShapes.warning] } },
  acknowledgeWarning: {
    response: { ...reportShapes.warning, acknowledged_at: "2026-05-04T11:00:00.000000Z" },
  },

  listProperties: { response: page(shapes.property) },
  getProperty: { response: shapes.property },
  createProperty: { body: { name: "Villa Mar", address: "Calle del Sol 1, Nerja" }, response: shapes.property },
  updateProperty: { body: { address: "Calle del Sol 1, Nerja" }, response: shapes.property },
  deleteProperty: {},
  listTasks: { response: page(shapes.task) },
  getTask: { response: shapes.task },
  createTask: {
    body: { title: "Fix the boiler", task_type: "maintenance", property: 3, assigned_to: 2 },
    response: shapes.task,
  },
  updateTask: { body: { status: "in-progress" }, response: shapes.task },
  deleteTask: {},
};
