import { config } from "@/lib/config/config";
import { ChatError } from "@/lib/contract/errors";

type Page = { page: number; page_size: number };

/** `{count, next, previous, results}` with absolute links. A page past the end is 404; page 1 always exists. */
export function pageEnvelope<T>(found: { count: number; results: T[] }, { page, page_size }: Page, url: URL) {
  const last = Math.max(1, Math.ceil(found.count / page_size));
  if (page > last) throw new ChatError("not_found", "There is no such page.");
  return {
    count: found.count,
    next: page < last ? linkTo(url, page + 1) : null,
    previous: page > 1 ? linkTo(url, page - 1) : null,
    results: found.results,
  };
}

/** Built from APP_URL: what a request claims about its host is not to be trusted. */
function linkTo(url: URL, page: number): string {
  const link = new URL(url.pathname + url.search, config().APP_URL);
  link.searchParams.set("page", String(page));
  return link.href;
}
