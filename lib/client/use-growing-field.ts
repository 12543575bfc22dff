import { type RefObject, useEffect } from "react";

/** Lets a field grow with its text, in browsers that do not know `field-sizing`. */
export function useGrowingField(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useEffect(() => {
    const area = field.current;
    if (!area || CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [field, text]);
}
