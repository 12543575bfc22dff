"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import Lightbox, { type Slide } from "yet-another-react-lightbox";
import Counter from "yet-another-react-lightbox/plugins/counter";
import Download from "yet-another-react-lightbox/plugins/download";
import Zoom from "yet-another-react-lightbox/plugins/zoom";
import "yet-another-react-lightbox/styles.css";
import "yet-another-react-lightbox/plugins/counter.css";
import type { Attachment } from "@/lib/contract/shapes";
import { CompareSlide } from "@/components/attachments/compare-slide";

declare module "yet-another-react-lightbox" {
  interface SlideTypes {
    compare: { type: "compare"; before: Attachment; after: Attachment; key?: string };
  }
}

/** What is pressed and read here stands on pictures. */
const shade = { background: "var(--shade)", borderRadius: "var(--radius-control)" };
const styles = {
  root: {
    "--yarl__color_button": "var(--on-tint)",
    "--yarl__button_filter": "none",
    "--yarl__navigation_button_padding": "0.5rem",
  },
  toolbar: { ...shade, margin: "0.5rem", padding: 0 },
  navigationPrev: { ...shade, margin: "0 0.5rem" },
  navigationNext: { ...shade, margin: "0 0.5rem" },
};
const counter = { ...shade, top: "0.5rem", left: "0.5rem", padding: "0.25rem 0.75rem", margin: 0 };

const plugins = [Counter, Download, Zoom];

/** Pictures on the whole screen: swipe, zoom, arrow keys, save; a pair also one over the other. Loaded when one is first opened. */
export function Viewer({ pictures, start, onClose }: { pictures: Attachment[]; start: number; onClose: () => void }) {
  const t = useTranslations("files");
  // The lightbox goes to `index` whenever it gets other slides, and its message is drawn anew by every read mark and
  // reaction: without these two, the picture one has come to would change back to the first under one's eyes.
  const [at, setAt] = useState(() => start + pictures.slice(0, start).filter((_, i) => earlierOf(pictures, i)).length);
  const slides = useMemo(
    () =>
      pictures.flatMap((file, i): Slide[] => {
        const slide: Slide = {
          src: file.preview_url ?? file.url,
          alt: file.name,
          ...(file.width !== null && file.height !== null && { width: file.width, height: file.height }),
          download: { url: `${file.url}?download=true`, filename: file.name },
        };
        const before = earlierOf(pictures, i);
        return before ? [slide, { type: "compare", before, after: file }] : [slide];
      }),
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
      render={{
        // Nothing is before the first and behind the last.
        ...(at === 0 && { buttonPrev: () => null }),
        ...(at === slides.length - 1 && { buttonNext: () => null }),
        slide: ({ slide }) =>
          slide.type === "compare" ? <CompareSlide before={slide.before} after={slide.after} /> : undefined,
      }}
      styles={styles}
      counter={{ container: { style: counter } }}
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
        Slide: t("picture"),
        Carousel: t("gallery"),
        "Photo gallery": t("gallery"),
        // The lightbox fills in the numbers.
        "{index} of {total}": t("ofTotal", { index: "{index}", total: "{total}" }),
      }}
    />
  );
}

/** Of the second picture of a pair: the first. */
function earlierOf(pictures: Attachment[], i: number): Attachment | null {
  const before = pictures[i - 1];
  return pictures[i]?.moment === "after" && before?.moment === "before" ? before : null;
}
