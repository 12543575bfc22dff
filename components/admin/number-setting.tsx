"use client";

import { useFormatter, useTranslations } from "use-intl";
import { TextField } from "@/components/ui/text-field";

type Props = {
  name: string;
  label: string;
  least: number;
  most: number;
  value: number | null;
  /** What counts while the field is empty, and is written in it then; without one it may not be empty. */
  usual?: number;
  /** The same in words, where it is no number. */
  empty?: string;
};

/** A number of the settings: between which bounds it lies, and what an empty field means. */
export function NumberSetting({ name, label, least, most, value, usual, empty }: Props) {
  const t = useTranslations("admin.house");
  const format = useFormatter();
  const [from, to] = [format.number(least), format.number(most)];
  const hint =
    usual !== undefined
      ? t("usual", { usual: format.number(usual), from, to })
      : empty !== undefined
        ? t("emptyMeans", { means: empty, from, to })
        : t("between", { from, to });
  return (
    <TextField
      label={label}
      hint={hint}
      name={name}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      step={1}
      required={usual === undefined && empty === undefined}
      placeholder={usual === undefined ? empty : String(usual)}
      defaultValue={value ?? ""}
    />
  );
}
