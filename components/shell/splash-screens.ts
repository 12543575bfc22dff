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

/** Of these only tablets begin in both ways: a phone's home screen stays upright. */
const isTablet = (width: number) => width >= 744;

/** What an installed app shows on Apple's devices until its page is there: only a picture of the very size counts. */
export const splashScreens = screens.flatMap(([width, height, ratio]) => {
  // The device's own width and height stay what they are when it is turned.
  const device = `(device-width: ${width}px) and (device-height: ${height}px) and (-webkit-device-pixel-ratio: ${ratio})`;
  const held = (orientation: "portrait" | "landscape", [across, down]: [number, number]) => ({
    width: across,
    height: down,
    ratio,
    file: (theme: Theme) => `splash-${across}x${down}@${ratio}-${theme}.png`,
    media: (theme: Theme) => `${device} and (orientation: ${orientation}) and (prefers-color-scheme: ${theme})`,
  });
  const upright = held("portrait", [width, height]);
  return isTablet(width) ? [upright, held("landscape", [height, width])] : [upright];
});
