"use client";

import { useTranslations } from "use-intl";
import { type Parcel, parcels } from "@/lib/client/parcels";
import { isPair, pairs, type PickedFile, pickedFiles } from "@/lib/client/picked-files";
import { dropParcel } from "@/lib/client/send-parcel";
import { PairChoice } from "@/components/attachments/pair-choice";
import { PickedCard } from "@/components/attachments/picked-card";
import { isOf } from "@/components/attachments/use-composer-files";

/** Above a composer: files for the message that is being written, and messages that wait for theirs. */
export function FileTray({ shelf }: { shelf: string }) {
  const t = useTranslations("files");
  const files = pickedFiles.use((all) => all).filter((one) => isOf(shelf, one.shelf));
  const waiting = parcels.use((all) => all).filter((one) => isOf(shelf, one.shelf));
  const mine = files.filter((one) => one.parcel === null && one.shelf === shelf);
  const pairable = isPair(files, shelf);
  const paired = pairs.use((all) => all.includes(shelf)) && pairable;
  return (
    <div className="flex flex-col gap-2 px-2 pt-2">
      {waiting.map((parcel) => (
        <WaitingParcel
          key={parcel.client_id}
          parcel={parcel}
          files={files.filter((one) => one.parcel === parcel.client_id)}
        />
      ))}
      {mine.length > 0 && (
        <ul aria-label={t("toSend")} className="flex thin-scroll gap-2 overflow-x-auto pb-1">
          {mine.map((one, index) => (
            <PickedCard key={one.id} file={one} moment={paired ? (index === 0 ? "before" : "after") : null} />
          ))}
        </ul>
      )}
      {pairable && <PairChoice shelf={shelf} paired={paired} />}
    </div>
  );
}

function WaitingParcel({ parcel, files }: { parcel: Parcel; files: PickedFile[] }) {
  const t = useTranslations("files");
  const total = files.reduce((sum, one) => sum + one.size, 0);
  const sent = files.reduce((sum, one) => sum + one.sent, 0);
  const percent = total > 0 ? Math.round((100 * sent) / total) : 100;
  return (
    <section aria-label={t("waiting")} className="rounded-control bg-sunken p-2">
      <div className="flex items-center gap-3 text-sm">
        <p className="min-w-0 flex-1 truncate">
          {t("sending", { count: files.length, percent })}
          {parcel.content && ` · ${parcel.content}`}
        </p>
        <button
          type="button"
          onClick={() => dropParcel(parcel.client_id)}
          className="min-h-8 text-ink-2 touch:min-h-11"
        >
          {t("cancel")}
        </button>
      </div>
      <ul className="mt-1 flex thin-scroll gap-2 overflow-x-auto">
        {files.map((one) => (
          <PickedCard key={one.id} file={one} />
        ))}
      </ul>
    </section>
  );
}
