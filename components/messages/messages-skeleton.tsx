import clsx from "clsx";

const lines = ["w-52", "w-72", "w-40 self-end", "w-64 self-end", "w-60", "w-44", "w-56 self-end"];

/** Shaped like messages. */
export function MessagesSkeleton() {
  return (
    <div aria-hidden className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden p-5">
      {lines.map((line) => (
        <div key={line} className={clsx("h-10 skeleton rounded-bubble", line)} />
      ))}
    </div>
  );
}
