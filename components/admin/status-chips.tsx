"use client";

import { useTranslations } from "use-intl";
import { Chips } from "@/components/ui/chips";

type Props<S extends string> = {
  states: readonly S[];
  value: S;
  label: (state: S) => string;
  onChange: (state: S) => void;
};

/** Which of a list are shown, by how they stand. */
export function StatusChips<S extends string>({ states, value, label, onChange }: Props<S>) {
  const t = useTranslations("admin");
  return (
    <div className="-mx-4">
      <Chips
        label={t("status")}
        value={value}
        chips={states.map((state) => ({ value: state, label: label(state) }))}
        onChange={onChange}
      />
    </div>
  );
}
