import clsx from "clsx";
import type { RoomListItem } from "@/lib/contract/shapes";

const personTints = [
  "bg-tint-1",
  "bg-tint-3",
  "bg-tint-4",
  "bg-tint-5",
  "bg-tint-6",
  "bg-tint-7",
  "bg-tint-8",
  "bg-tint-2",
];
const roomTints = { group: "bg-tint-group", task: "bg-tint-task", property: "bg-tint-property" };
const sizes = {
  xs: "size-7 text-[0.6875rem]",
  sm: "size-8.5 text-2xs",
  md: "size-11 text-msg",
  lg: "size-12 text-base",
  xl: "size-20 text-2xl",
};

type Size = keyof typeof sizes;

/** The first letters of the first and last word, whatever the script. */
export function initials(name: string): string {
  const words = name
    .replace(/^\p{L}+: /u, "")
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? name;
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word ? ([...word][0] ?? "") : ""))
    .join("")
    .toLocaleUpperCase();
}

export function Avatar({
  id,
  name,
  size = "md",
  online = false,
}: {
  id: number;
  name: string;
  size?: Size;
  online?: boolean;
}) {
  return (
    <span aria-hidden className="relative inline-flex shrink-0 select-none">
      <span
        className={clsx(
          "inline-flex items-center justify-center rounded-full font-semibold text-on-tint",
          personTints[id % personTints.length],
          sizes[size],
        )}
      >
        {initials(name)}
      </span>
      {online && (
        <span className="absolute -end-0.5 -bottom-0.5 size-3.5 rounded-full border-2 border-canvas bg-success" />
      )}
    </span>
  );
}

type Pictured = Pick<RoomListItem, "display_name" | "room_type">;

/** Rooms are rounded squares; a direct room is the face of the other person. */
export function RoomAvatar({
  room,
  personId,
  size = "md",
  online = false,
}: {
  room: Pictured;
  personId: number | null;
  size?: Size;
  online?: boolean;
}) {
  if (room.room_type === "direct")
    return <Avatar id={personId ?? 0} name={room.display_name} size={size} online={online} />;
  return (
    <span
      aria-hidden
      className={clsx(
        "inline-flex shrink-0 items-center justify-center rounded-tile font-semibold text-on-tint select-none",
        roomTints[room.room_type],
        sizes[size],
      )}
    >
      {initials(room.display_name)}
    </span>
  );
}
