import { call } from "@/lib/client/call";

export const FOUND_PAGE = 20;

/** Scripts without spaces say much in two characters; all others are searched from three on. */
export function searchable(text: string): boolean {
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u.test(text);
  return [...text.trim()].length >= (dense ? 2 : 3);
}

export type Wanted = { q: string; room?: string | undefined; files?: boolean };

export function searchMessages({ q, room, files }: Wanted, page: number, size = FOUND_PAGE) {
  return call("GET /api/chat/messages/search/", {
    query: { q, page, page_size: size, ...(room && { room }), ...(files && { has: "attachment" }) },
  });
}
