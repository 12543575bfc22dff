"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import type { Room } from "@/lib/contract/shapes";
import { useBlocked } from "@/lib/client/blocked";
import { loadOlderFiles, roomFilesOptions } from "@/lib/client/room-files";
import { DocumentCard } from "@/components/attachments/document-card";
import { Section } from "@/components/ui/section";
import { TextButton } from "@/components/ui/text-button";
import { useAct } from "@/components/ui/use-act";

const Viewer = lazy(() => import("@/components/attachments/viewer").then((module) => ({ default: module.Viewer })));

const SOME_PHOTOS = 9;
const SOME_FILES = 5;

/** Photos and files that were sent in the room, the newest first; recordings stay in the conversation. */
export function RoomFiles({ room }: { room: Room }) {
  const t = useTranslations("room");
  const files = useTranslations("files");
  const client = useQueryClient();
  const act = useAct();
  const blocked = useBlocked();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const { data } = useQuery(roomFilesOptions(room.id));
  const sent = (data?.messages ?? [])
    .filter((one) => !one.is_deleted && !blocked.includes(one.sender?.id ?? 0))
    .toReversed();
  const attachments = sent.flatMap((one) => one.attachments);
  const photos = attachments.filter(({ kind }) => kind === "image");
  const papers = attachments.filter(({ kind }) => kind === "file");
  const shownPhotos = all ? photos : photos.slice(0, SOME_PHOTOS);
  const shownPapers = all ? papers : papers.slice(0, SOME_FILES);
  const hidden = shownPhotos.length < photos.length || shownPapers.length < papers.length;
  const more = () => {
    setAll(true);
    if (data?.hasOlder && !hidden) void act(() => loadOlderFiles(client, room.id));
  };
  return (
    <>
      {shownPhotos.length > 0 && (
        <Section title={t("photos")}>
          <ul className="grid grid-cols-3 gap-1">
            {shownPhotos.map((file, index) => (
              <li key={file.id}>
                <button
                  type="button"
                  aria-label={files("open", { name: file.name })}
                  onClick={() => setOpen(index)}
                  className="block aspect-square w-full overflow-hidden rounded-control"
                >
                  <img
                    src={file.thumbnail_url ?? file.url}
                    alt={file.name}
                    loading="lazy"
                    decoding="async"
                    style={{ backgroundImage: file.placeholder ? `url("${file.placeholder}")` : undefined }}
                    className="size-full bg-cover object-cover"
                  />
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {shownPapers.length > 0 && (
        <Section title={t("files")}>
          <ul className="flex flex-col gap-2">
            {shownPapers.map((file) => (
              <li key={file.id}>
                <DocumentCard file={file} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(hidden || data?.hasOlder) && <TextButton onClick={more}>{t("moreFiles")}</TextButton>}
      <Suspense>{open !== null && <Viewer pictures={photos} start={open} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}
