import { useSyncExternalStore } from "react";

export type Store<T> = {
  get: () => T;
  set: (next: T | ((now: T) => T)) => void;
  subscribe: (listener: () => void) => () => void;
};

/** The smallest thing that holds browser state outside components. `initial` is what the server's HTML shows. */
export function createStore<T>(initial: T): Store<T> & { use: <S>(select: (state: T) => S) => S } {
  let state = initial;
  const listeners = new Set<() => void>();
  const get = () => state;
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    subscribe,
    set(next) {
      const value = typeof next === "function" ? (next as (now: T) => T)(state) : next;
      if (Object.is(value, state)) return;
      state = value;
      for (const listener of listeners) listener();
    },
    use: function useStore<S>(select: (state: T) => S): S {
      return useSyncExternalStore(
        subscribe,
        () => select(state),
        () => select(initial),
      );
    },
  };
}
