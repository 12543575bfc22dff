import type { Call, Row } from "./row";
import type { Refusing, Stage } from "./stage";

const codes = { silenced: "403 silenced", announced: "403 only_admins_write", blocked: "403 blocked" } as const;
const whens = {
  silenced: "its sender is silenced",
  announced: "it is in an announcement room",
  blocked: "the other of its direct room has blocked them",
} as const;

/** What a write is refused with where its writer may not write; `announced` may go on there. */
export function whereOneStands(
  call: (where: Refusing[keyof Refusing], stage: Stage) => Call,
  which: readonly (keyof Refusing)[] = ["silenced", "announced", "blocked"],
): Row[] {
  return which.map((where) => ({
    when: whens[where],
    call: (stage) => call(stage.refusing[where], stage),
    by: { sender: codes[where] },
  }));
}
