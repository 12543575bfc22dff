/** `--canvas` of the themes (tokens.css), for those who paint before any style sheet: manifest, splash screens, the system's bar. */
export const paper = { light: "#f5f3ef", dark: "#0f1415" };
