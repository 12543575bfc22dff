type Theme = "light" | "dark";

/** Screens of Apple's devices in points, upright, with their pixels a point. */
const screens: [width: number, height: number, ratio: number][] = [
  [440, 956, 3],
  [402, 874, 3],
  [430, 932, 3],
  [393, 852, 3],
  [420, 912, 3],
  [428, 926, 3],
  [390, 844, 3],
  [375, 812, 3],
  [414, 896, 3],
  [414, 896, 2],
  [414, 736, 3],
  [375, 667, 2],
  [320, 568, 2],
  [1032, 1376, 2],
  [1024, 1366, 2],
  [834, 1210, 2],
  [834, 1194, 2],
  [834, 1112, 2],
  [820, 1180, 2],
  [810, 1080, 2],
  [768, 1024, 2],
  [744, 1133, 2],
];

/** What an installed app shows on Apple's devices until its page is there: only a picture of the very size counts. */
export const splashScreens = screens.map(([width, height, ratio]) => ({
  width,
  height,
  ratio,
  file: (theme: Theme) => `splash-${width}x${height}@${ratio}-${theme}.png`,
  media: (theme: Theme) =>
    `(device-width: ${width}px) and (device-height: ${height}px) and (-webkit-device-pixel-ratio: ${ratio}) and (orientation: portrait) and (prefers-color-scheme: ${theme})`,
}));
