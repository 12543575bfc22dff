"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { House } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { call } from "@/lib/client/call";
import { useErrorText } from "@/lib/client/use-error-text";
import { PropertyIcon } from "@/components/properties/property-icon";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RowsSkeleton } from "@/components/ui/rows-skeleton";
import { Screen } from "@/components/ui/screen";
import { SearchField } from "@/components/ui/search-field";

/** The houses, by name. */
export function PropertiesScreen() {
  const t = useTranslations("properties");
  const errorText = useErrorText();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const found = useInfiniteQuery({
    queryKey: ["properties", search],
    initialPageParam: 1,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => call("GET /api/properties/", { query: { search, page: pageParam, page_size: 50 } }),
    getNextPageParam: (page, pages) => (page.next ? pages.length + 1 : undefined),
  });
  const houses = found.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <Screen title={t("title")} tools={<SearchField label={t("search")} value={text} onChange={setText} />}>
      {found.isPending && <RowsSkeleton />}
      {found.error && <p className="p-5 text-sm text-danger-ink">{errorText(found.error)}</p>}
      {found.isSuccess && houses.length === 0 && (
        <EmptyState icon={House} title={t("noneTitle")} hint={t("noneHint")} />
      )}
      <ul className="px-2 pb-4">
        {houses.map((house) => (
          <li key={house.id}>
            <AppLink
              href={`/properties/${house.id}`}
              className="flex min-h-16 items-center gap-3 rounded-bubble px-3 -outline-offset-2 hover:bg-sunken"
            >
              <PropertyIcon />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate text-msg font-semibold">{house.name}</span>
                <span className="truncate text-sm text-ink-2">{house.address}</span>
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button look="outline" className="mx-auto mb-6" onClick={() => void found.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Screen>
  );
}
