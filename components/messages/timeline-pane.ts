/** The look of what messages scroll in, before JavaScript and after. */
export const timelinePane = "thin-scroll flex h-full overflow-x-hidden overflow-y-auto -outline-offset-2";
