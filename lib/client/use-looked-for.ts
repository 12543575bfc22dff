import { useDeferredValue, useState } from "react";

/** What is looked for in a list of pages: other words and another state begin with the first page again. */
export function useLookedFor<S extends string>(first: S) {
  const [now, setNow] = useState({ text: "", status: first, page: 1 });
  return {
    ...now,
    search: useDeferredValue(now.text.trim()),
    setText: (text: string) => setNow({ ...now, text, page: 1 }),
    setStatus: (status: S) => setNow({ ...now, status, page: 1 }),
    setPage: (page: number) => setNow({ ...now, page }),
  };
}
