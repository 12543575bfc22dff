import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";

type Props = ComponentProps<"select"> & { label: string; labelHidden?: boolean };

/** A choice among many; the list is the device's own, which thumbs know best. */
export function SelectField({ label, labelHidden = false, children, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          className="h-12 w-full appearance-none rounded-control border border-line-strong bg-surface ps-3.5 pe-10 outline-offset-0"
          {...rest}
        >
          {children}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute end-3 top-1/2 size-4.5 -translate-y-1/2 text-ink-2"
        />
      </div>
    </div>
  );
}
