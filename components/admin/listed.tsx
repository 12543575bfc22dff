"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/lib/client/use-error-text";
import { PageButtons } from "@/components/admin/page-buttons";
import { Card } from "@/components/ui/card";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";

type Found<T> = {
  isPending: boolean;
  error: Error | null;
  data: { count: number; next: string | null; results: T[] } | undefined;
};
type Props<T> = {
  label: string;
  /** What is said where there is nothing, if more can be said than that. */
  none?: string;
  found: Found<T>;
  page: number;
  onPage: (page: number) => void;
  keyOf: (item: T) => string | number;
  children: (item: T) => ReactNode;
};

/** One page of a list from the server: on its way, refused, empty, or there. */
export function Listed<T>({ label, none, found, page, onPage, keyOf, children }: Props<T>) {
  const t = useTranslations("admin");
  const errorText = useErrorText();
  const items = found.data?.results ?? [];
  return (
    <>
      {found.isPending && <RowsSkeleton />}
      {found.error && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorText(found.error)}
        </p>
      )}
      {found.data && items.length === 0 && (
        <p className="py-6 text-center text-sm text-ink-2">{none ?? t("nothing")}</p>
      )}
      {items.length > 0 && (
        <Card of="rows">
          <ul aria-label={label}>
            {items.map((item) => (
              <li key={keyOf(item)}>{children(item)}</li>
            ))}
          </ul>
        </Card>
      )}
      <PageButtons page={page} found={found.data} onPage={onPage} />
    </>
  );
}
