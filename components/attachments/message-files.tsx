import type { Attachment } from "@/lib/contract/shapes";
import { DocumentCard } from "@/components/attachments/document-card";
import { Film } from "@/components/attachments/film";
import { PhotoGrid } from "@/components/attachments/photo-grid";
import { VoicePlayer } from "@/components/voice/voice-player";

/** Files of a message: pictures and films to look at, recordings to hear, the rest to save. */
export function MessageFiles({ files }: { files: Attachment[] }) {
  const pictures = files.filter((file) => file.kind === "image");
  const films = files.filter((file) => file.kind === "file" && file.content_type.startsWith("video/"));
  const sounds = files.filter(
    (file) => file.kind === "voice" || (file.kind === "file" && file.content_type.startsWith("audio/")),
  );
  const rest = files.filter((file) => ![pictures, films, sounds].some((list) => list.includes(file)));
  return (
    <div className="mb-1 flex max-w-full flex-col gap-1">
      {pictures.length > 0 && <PhotoGrid pictures={pictures} />}
      {films.map((file) => (
        <Film key={file.id} file={file} />
      ))}
      {sounds.map((file) => (
        <VoicePlayer key={file.id} file={file} />
      ))}
      {rest.map((file) => (
        <DocumentCard key={file.id} file={file} />
      ))}
    </div>
  );
}
