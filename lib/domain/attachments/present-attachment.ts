import type { AttachmentRow } from "@/db/queries/messages";
import { config } from "@/lib/config/config";
import type { Attachment } from "@/lib/contract/shapes";

export function presentAttachment(row: AttachmentRow): Attachment {
  const base = `${config().APP_URL}/api/chat/attachments/${row.id}/`;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    size: row.size,
    content_type: row.content_type,
    url: `${base}file/`,
    thumbnail_url: row.thumbnail_key === null ? null : `${base}thumbnail/`,
    preview_url: row.preview_key === null ? null : `${base}preview/`,
    width: row.width,
    height: row.height,
    duration_ms: row.duration_ms,
    waveform: row.waveform,
    placeholder: row.placeholder,
    pages: row.pages,
    moment: row.moment,
  };
}
