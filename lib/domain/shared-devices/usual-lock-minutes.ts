/** So long (minutes) a shared device waits for a touch, where nobody has set anything else. */
export const usualLockMinutes = 5;
