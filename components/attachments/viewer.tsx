"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import Lightbox from "yet-another-react-lightbox";
import Counter from "yet-another-react-lightbox/plugins/counter";
import Download from "yet-another-react-lightbox/plugins/download";
import Zoom from "yet-another-react-lightbox/plugins/zoom";
import "yet-another-react-lightbox/styles.css";
import "yet-another-react-lightbox/plugins/counter.css";
import type { Attachment } from "@/lib/contract/shapes";

const plugins = [Counter, Download, Zoom];

/** Pictures on the whole screen: swipe, zoom, arrow keys, save. Loaded when one is first opened. */
export function Viewer({ pictures, start, onClose }: { pictures: Attachment[]; start: number; onClose: () => void }) {
  const t = useTranslations("files");
  // The lightbox goes to `index` whenever it gets other slides, and its message is drawn anew by every read mark and
  // reaction: without these two, the picture one has come to would change back to the first under one's eyes.
  const [at, setAt] = useState(start);
  const slides = useMemo(
    () =>
      pictures.map((file) => ({
        src: file.preview_url ?? file.url,
        alt: file.name,
        ...(file.width !== null && file.height !== null && { width: file.width, height: file.height }),
        download: { url: `${file.url}?download=true`, filename: file.name },
      })),
    [pictures],
  );
  return (
    <Lightbox
      open
      index={at}
      close={onClose}
      plugins={plugins}
      slides={slides}
      on={{ view: ({ index }) => setAt(index) }}
      carousel={{ finite: true }}
      controller={{ closeOnPullDown: true, closeOnBackdropClick: true }}
      zoom={{ maxZoomPixelRatio: 4, scrollToZoom: true }}
      animation={{ fade: 150, swipe: 200 }}
      labels={{
        Lightbox: t("viewer"),
        Close: t("close"),
        Previous: t("previous"),
        Next: t("next"),
        Download: t("save"),
        "Zoom in": t("zoomIn"),
        "Zoom out": t("zoomOut"),
      }}
    />
  );
}
