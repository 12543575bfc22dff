"use client";

import { useQuery } from "@tanstack/react-query";
import { propertyOptions } from "@/lib/client/work-queries";
import { bannerLook } from "@/components/messages/banner-look";
import { PropertyIcon } from "@/components/properties/property-icon";
import { AppLink } from "@/components/ui/app-link";

/** The house that the room is about. */
export function PropertyBanner({ id }: { id: number }) {
  const { data: house } = useQuery(propertyOptions(id));
  return (
    <div className={bannerLook.card}>
      {house && (
        <>
          <PropertyIcon />
          <span className="min-w-0 flex-1">
            <AppLink
              href={`/properties/${id}`}
              className={`line-clamp-1 text-msg leading-5 font-semibold ${bannerLook.link}`}
            >
              {house.name}
            </AppLink>
            <span className="block truncate text-sm text-ink-2">{house.address}</span>
          </span>
        </>
      )}
    </div>
  );
}
