import type { Line } from "./line";

/** What the office tells everybody; whoever is no admin of the room reads and reacts. */
export const houseNews: Line[] = [
  ["admin", "Welcome to House news. The office writes here, everybody reads. Questions are welcome in Everyone."],
  [
    "maria",
    "The rota for next month is on the board in the office. Please check your weekends by Friday.",
    "👍alice,linh,rosa",
  ],
  ["maria", "From Monday on, the linen van comes at 07:30 instead of 08:00.", "👍tomas,jonas"],
  [
    "admin",
    "**New check-in code rule**: the code of a house is never sent to guests in a message. They find it in their booking.",
    "📌",
    "👍bob,priya",
  ],
  [
    "maria",
    "Thank you all for last weekend: nine turnovers in one day, and not one complaint.",
    "❤️alice,bob,linh,rosa",
    "🎉jonas",
  ],
  [
    "admin",
    "The first aid course is on the 14th at 10:00, in the office. Tell Maria if you want to come.",
    "🙋dave,charlie",
  ],
  ["maria", "Shoe covers are back in stock. Take a box for each car.", "👍alice"],
  [
    "maria",
    "Storm warning for tomorrow afternoon: parasols down, garden furniture in, before 14:00.",
    "👍charlie,bob,rosa,linh",
  ],
  ["admin", "The office is closed on Friday. In an emergency call the number on your badge.", "👍alice,tomas"],
];
