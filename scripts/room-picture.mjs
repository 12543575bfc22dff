import sharp from "sharp";

const walls = ["#d9c9b0", "#c9d3cf", "#d8c4bd"];
const skies = ["#8fb6d8", "#a9c7dd", "#e3b583"];

/**
 * A drawn room with a window and a bed, where a real photograph would show somebody's house.
 *
 * @param {number} nth which of the drawings
 * @returns {Promise<Buffer<ArrayBufferLike>>} a JPEG of 1600 × 1200
 */
export function roomPicture(nth) {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
    <defs><linearGradient id="light" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset="1" stop-color="#000" stop-opacity=".18"/>
    </linearGradient></defs>
    <rect width="1600" height="1200" fill="${walls[nth % walls.length]}"/>
    <rect y="880" width="1600" height="320" fill="#9a7754"/>
    <g transform="translate(${nth * 240} 0)">
      <rect x="180" y="160" width="520" height="480" fill="#f5f1ea"/>
      <rect x="205" y="185" width="470" height="430" fill="${skies[nth % skies.length]}"/>
      <path d="M205 520 Q 340 400 470 500 T 675 470 V 615 H 205 Z" fill="#5d7f5a"/>
      <rect x="432" y="185" width="16" height="430" fill="#f5f1ea"/>
      <rect x="205" y="185" width="470" height="${90 + nth * 60}" fill="#e9dfcb"/>
    </g>
    <rect x="820" y="700" width="700" height="260" rx="28" fill="#f4f0ea"/>
    <rect x="820" y="800" width="700" height="180" rx="24" fill="#2f6f73"/>
    <rect x="860" y="640" width="220" height="120" rx="36" fill="#fff"/>
    <rect x="1110" y="640" width="220" height="120" rx="36" fill="#fff"/>
    <rect width="1600" height="1200" fill="url(#light)"/></svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 84 }).toBuffer();
}
