import { type ComponentProps, useId } from "react";

export function TextArea({ label, ...rest }: ComponentProps<"textarea"> & { label: string }) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        rows={3}
        className="field-sizing-content max-h-60 min-h-24 w-full resize-none rounded-control border border-line-strong bg-surface px-3.5 py-3 outline-offset-0"
        {...rest}
      />
    </div>
  );
}
