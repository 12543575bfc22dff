/** The addresses of everything in the query cache. */
export const keys = {
  me: ["me"] as const,
  /** The numbers of those whom the reader has blocked. */
  blocks: ["blocks"] as const,
  blockedPeople: ["blocked-people"] as const,
  rooms: ["rooms"] as const,
  room: (id: string) => ["room", id] as const,
  timelines: ["timeline"] as const,
  timeline: (id: string) => ["timeline", id] as const,
  /** Under its room's timeline, so that whatever happens to a message reaches every place that shows it. */
  thread: (room: string, root: string) => ["timeline", room, root] as const,
  files: (room: string) => ["timeline", room, "files"] as const,
  pinned: (room: string) => ["timeline", room, "pinned"] as const,
  notices: ["notices"] as const,
  warnings: ["warnings"] as const,
  reports: ["reports"] as const,
  openReports: ["reports", "count"] as const,
  /** Texts that wait for a moderator; the reader's own lie here, and what moderators ask lies under it. */
  held: ["held"] as const,
  secondFactor: ["second-factor"] as const,
  passkeys: ["passkeys"] as const,
  people: (search: string) => ["people", search] as const,
  tasks: (filter: object) => ["tasks", filter] as const,
  task: (id: number) => ["task", id] as const,
  property: (id: number) => ["property", id] as const,
};
