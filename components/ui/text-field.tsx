import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type Props = ComponentProps<"input"> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  end?: ReactNode;
};

export function TextField({ label, hint, error, end, className, ...rest }: Props) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={clsx("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={clsx(
            "h-12 w-full rounded-control border bg-surface px-3.5 outline-offset-0",
            error ? "border-danger outline-danger" : "border-line-strong",
            end && "pe-12",
          )}
          {...rest}
        />
        {end && <div className="absolute inset-y-0 end-0.5 flex items-center">{end}</div>}
      </div>
      {note && (
        <p id={`${id}-note`} className={clsx("text-xs", error ? "text-danger-ink" : "text-ink-2")}>
          {note}
        </p>
      )}
    </div>
  );
}
