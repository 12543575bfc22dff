import { z } from "zod";

/**
 * What the W3C has an application manifest be (Web Application Manifest, Manifest Incubations), as strict as it can be
 * said: a member that no browser knows, or a value that browsers throw away, is refused.
 */

/** Within the app, so that no browser leaves it. */
const inside = z.string().regex(/^\/(?!\/)/, "It must be an address of the app.");
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const sizes = z.string().regex(/^(any|[1-9]\d*x[1-9]\d*)$/);
const picture = { src: inside, sizes, type: z.enum(["image/png", "image/svg+xml", "image/webp"]) };
const icon = z.strictObject({ ...picture, purpose: z.enum(["any", "maskable", "monochrome"]) });
const parameter = z.string().min(1);

const areas = (given: { sizes: string }) => given.sizes.split("x").map(Number);

/** Chromium shows only screenshots of 320 to 3840 pixels, of which the longer side is at most 2.3 times the shorter. */
const screenshot = z
  .strictObject({ ...picture, form_factor: z.enum(["wide", "narrow"]), label: z.string().min(1) })
  .refine((given) => {
    const [width = 0, height = 0] = areas(given);
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    return short >= 320 && long <= 3840 && long <= short * 2.3;
  }, "It is of a size that is not shown.")
  .refine((given) => {
    const [width = 0, height = 0] = areas(given);
    return given.form_factor === "wide" ? width > height : height > width;
  }, "It is of another form than it says.");

export const webManifest = z
  .strictObject({
    id: inside,
    name: z.string().min(1).max(45),
    short_name: z.string().min(1).max(12),
    description: z.string().min(1).max(300),
    lang: z.string().regex(/^[a-z]{2}(-[A-Za-z0-9]+)*$/),
    dir: z.enum(["ltr", "rtl", "auto"]),
    start_url: inside,
    scope: inside,
    display: z.enum(["standalone", "minimal-ui", "fullscreen", "browser"]),
    display_override: z.array(
      z.enum(["standalone", "minimal-ui", "fullscreen", "browser", "window-controls-overlay", "tabbed"]),
    ),
    launch_handler: z.strictObject({
      client_mode: z.array(z.enum(["auto", "navigate-new", "navigate-existing", "focus-existing"])).min(1),
    }),
    orientation: z.enum(["any", "natural", "portrait", "landscape"]),
    theme_color: colour,
    background_color: colour,
    categories: z.array(z.string().regex(/^[a-z-]+$/)).min(1),
    prefer_related_applications: z.literal(false),
    icons: z.array(icon),
    screenshots: z.array(screenshot).min(2),
    shortcuts: z
      .array(z.strictObject({ name: z.string().min(1), url: inside, icons: z.array(icon).min(1) }))
      .min(1)
      .max(4),
    share_target: z.strictObject({
      action: inside,
      method: z.literal("POST"),
      enctype: z.literal("multipart/form-data"),
      params: z.strictObject({
        title: parameter,
        text: parameter,
        url: parameter,
        files: z.array(
          z.strictObject({
            name: parameter,
            accept: z.array(z.string().regex(/^(\.[a-z0-9]+|[a-z]+\/([a-z0-9.+-]+|\*))$/)).min(1),
          }),
        ),
      }),
    }),
  })
  .refine(({ start_url, scope }) => start_url.startsWith(scope), "The start lies outside the scope.")
  .refine(({ icons }) => {
    const has = (purpose: string, size: string) =>
      icons.some((one) => one.purpose === purpose && one.sizes === size && one.type === "image/png");
    return has("any", "192x192") && has("any", "512x512") && has("maskable", "512x512") && has("monochrome", "512x512");
  }, "An icon is missing that some system needs.");
