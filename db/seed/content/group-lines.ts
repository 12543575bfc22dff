import type { Line } from "./line";
import { houses } from "./work";

const house = (day: number, step = 0) => houses[(day * 3 + step) % houses.length]?.name ?? "";
const pick = (list: string[], day: number) => list[day % list.length] ?? "";
const days = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

const hello = ["Good morning all!", "Morning team ☀️", "Buenos días a todos", "Hi everyone", "Chào cả nhà!"];
const news = [
  "The new linen arrives today, please store it in the office.",
  "Rain from noon, mats out at every door.",
  "Reminder: hours until Friday, please.",
  "We got five stars for Cedar Cottage. Well done!",
  "The office is closed on Thursday afternoon.",
  "New bin days: paper on Tuesday, glass on Friday.",
  "Please log broken things the same day.",
];
const answers = [
  "Got it, thanks.",
  "Noted 👍",
  "Entendido, gracias.",
  "Dạ vâng.",
  "Thanks for telling us.",
  "Perfect.",
];
const closing = [
  "Have a good evening!",
  "See you tomorrow.",
  "Hasta mañana.",
  "Hẹn gặp lại ngày mai!",
  "Thanks for today, all.",
];
const speakers = ["alice", "rosa", "bob", "linh", "charlie", "tomas", "dave", "jonas"];

/** Every morning's news and what came of it. */
export const general: Line[] = days.flatMap((day): Line[] => {
  const [first, second, third] = [pick(speakers, day), pick(speakers, day + 3), pick(speakers, day + 5)];
  return [
    ["maria", pick(hello, day), `👋${first}`],
    ["maria", `${pick(news, day)} @all`, `👍${second},${third}`],
    [first, pick(answers, day), "^1"],
    [
      second,
      pick(
        ["Who has the van today?", "Is anybody near the office at three?", "Can I swap Saturday with someone?"],
        day,
      ),
    ],
    [third, pick(["I do, back by two.", "I am, what do you need?", "I can take it."], day), "^1", `❤️${second}`],
    ["priya", `${house(day)} is full until the weekend, so please call before you go in.`],
    [pick(speakers, day + 6), pick(closing, day)],
  ];
});

const cleaners = ["alice", "linh", "rosa"];
const found = [
  "Someone forgot a phone charger, I put it in the lost box.",
  "Two wine glasses broken, I wrote them down.",
  "Encontré un libro debajo de la cama.",
  "Guests left us chocolate 🍫",
  "Máy hút bụi hơi yếu, the vacuum needs a new filter.",
];

/** Who cleans where, from the first question to the last tick. */
export const cleaning: Line[] = days.flatMap((day): Line[] => {
  const [one, two, three] = [pick(cleaners, day), pick(cleaners, day + 1), pick(cleaners, day + 2)];
  return [
    ["maria", `Today: ${house(day)} and ${house(day, 1)}. Checkout at ten for both.`],
    [one, `I take ${house(day)}.`, "👍maria"],
    [two, pick(["Voy al otro.", "Then I do the other one.", "Em làm nhà kia nhé."], day), "👍maria"],
    ["tomas", pick(["Linen bags are by the door.", "Las sábanas están listas.", "Towels come at eleven."], day)],
    [three, pick(["I can help from noon.", "¿Quién necesita ayuda?", "I finish early, call me."], day), `❤️${one}`],
    [one, pick(found, day)],
    [
      "jonas",
      pick(
        ["I pick up the dirty laundry at two.", "Washing is running, ready by five.", "Six sets left in stock."],
        day,
      ),
    ],
    [one, `${house(day)} is ready ✅`, "^6", "🎉maria"],
    [two, `${house(day, 1)} too. ${pick(["Todo limpio.", "All windows closed.", "Xong rồi!"], day)}`],
  ];
});

const faults = [
  "the shower drains slowly",
  "a shutter is stuck",
  "the fridge is noisy",
  "the doorbell is silent",
  "a socket is loose",
];
const fixes = [
  "Hair in the drain, all clear.",
  "Strap replaced.",
  "It wasn't level, fixed.",
  "New battery.",
  "Tightened and tested.",
];

/** A fault a day, and its end. */
export const maintenance: Line[] = days.flatMap((day): Line[] => {
  const [one, two] = [pick(["bob", "dave"], day), pick(["dave", "bob"], day)];
  return [
    ["priya", `${house(day, 2)}: ${pick(faults, day)}. Who can go?`],
    [one, pick(["I can be there by eleven.", "On my way.", "After lunch, is that fine?"], day), "^1", "👍priya"],
    [
      two,
      pick(
        [
          "Take the small toolbox, I have the big one.",
          "I'm at the hardware store, need anything?",
          "Call me if it's the wiring.",
        ],
        day,
      ),
    ],
    [
      "charlie",
      pick(
        ["Pools are all fine today.", "Mowing at Cedar, back at one.", "The blower is out of petrol, who used it? 😄"],
        day,
      ),
      `😂${two}`,
    ],
    [one, pick(fixes, day), "^4", "🎉priya,maria"],
  ];
});
