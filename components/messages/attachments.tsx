import { FileText } from "lucide-react";
import type { Attachment } from "@/lib/contract/shapes";

/** Files of a message: pictures in their own proportion, so nothing moves when they arrive; the rest as links. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-1">
      {attachments.map((file) => (
        <li key={file.id}>
          <a
            href={file.url}
            target="_blank"
            rel="noopener noreferrer"
            className="block overflow-hidden rounded-control"
          >
            {file.kind === "image" ? (
              <img
                src={file.thumbnail_url ?? file.url}
                alt={file.name}
                width={file.width ?? undefined}
                height={file.height ?? undefined}
                loading="lazy"
                className="max-h-72 w-auto max-w-full object-cover"
              />
            ) : (
              <span className="flex min-h-11 items-center gap-2 font-medium underline underline-offset-2">
                <FileText aria-hidden className="size-5 shrink-0" strokeWidth={1.8} />
                {file.name}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
