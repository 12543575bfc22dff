import type { Line } from "./line";

export const palmTurnover: Line[] = [
  ["maria", "Guests leave at ten, the next four come at four."],
  ["alice", "I start upstairs, Linh takes the kitchen."],
  ["linh", "OK! I bring the blue cloths."],
  ["maria", "Baby bed in the small bedroom please.", "👍alice,linh"],
  ["alice", "They left early, we're in."],
  ["linh", "Kitchen is done. Tủ lạnh sạch rồi."],
  ["alice", "Upstairs done, bathrooms now."],
  ["alice", "A stain on the sofa, trying the soda trick."],
  ["maria", "Send me a note if it stays, we have a spare cover."],
  ["alice", "It's gone!", "^2", "🎉maria,linh"],
  ["linh", "Baby bed is ready, towels too."],
  ["alice", "Last: floors and bins. Done by two."],
];

export const tap: Line[] = [
  ["priya", "Alice reported the tap. Bob, can you look?"],
  ["bob", "New cartridge is in, but the valve needs replacing."],
  ["priya", "How long would the water be off?"],
  ["bob", "An hour at most.", "^1"],
  ["priya", "Flat is empty tomorrow from eleven."],
  ["bob", "Tomorrow at eleven then.", "👍priya"],
  ["alice", "I'll leave old towels under the sink."],
];

export const boiler: Line[] = [
  ["priya", "The bakery has lukewarm water on the top floor."],
  ["bob", "Pressure is fine. It's the mixing valve."],
  ["dave", "Part ordered, five days."],
  ["maria", "Guests from Saturday. Will it be ready?"],
  ["bob", "If the part comes on Thursday, yes.", "^1"],
  ["dave", "Supplier confirmed Thursday morning.", "👍maria,priya"],
  ["priya", "I'll tell the guests about the ground floor shower just in case."],
  ["maria", "Thank you all."],
];

export const palm: Line[] = [
  ["charlie", "Pool is at 27°, pH 7.4. All good.", "👍maria"],
  ["maria", "Thanks! Cover off by nine please, there are kids."],
  ["charlie", "Will do."],
  ["alice", "One sunbed has a torn strap."],
  ["bob", "I can fix that on Friday."],
  ["maria", "New guests ask for a second parking permit."],
  ["linh", "It's in the drawer next to the door.", "^1", "🙏maria"],
  ["charlie", "Hedge by the gate is trimmed."],
  ["alice", "Looks great 😍"],
  ["bob", "Sunbed done. Also oiled the gate.", "❤️alice"],
  ["maria", "Guests say the wifi is slow in the garden."],
  ["bob", "I'll move the repeater to the terrace."],
  ["charlie", "Pool filter cleaned, next in two weeks."],
  ["maria", "Water meter reading, anyone there today?"],
  ["linh", "04821."],
  ["maria", "Perfect, cảm ơn em!", "😂alice"],
  ["bob", "Repeater moved, 80 Mbit on the terrace now."],
  ["charlie", "Leaves in the skimmer again, wind last night. Cleaning at three."],
];

export const sunset: Line[] = [
  ["maria", "Long stay ends on Sunday, deep clean on Monday."],
  ["rosa", "¿Cuántas camas?"],
  ["maria", "Five, and the sofa bed.", "^1"],
  ["linh", "I can help from ten."],
  ["dave", "I'll check the shutters while it's empty."],
  ["rosa", "Perfecto. Llevo la máquina de vapor.", "👍linh"],
  ["maria", "Great team 💪", "❤️rosa,linh,dave"],
];

export const bakery: Line[] = [
  ["priya", "Curtains on the first floor look tired."],
  ["jonas", "I can wash them next week, two at a time."],
  ["priya", "Thanks Jonas.", "👍jonas"],
  ["rosa", "Faltan dos tazas y un plato hondo."],
  ["priya", "I'll order a set of six."],
  ["bob", "Front door lock is greased, turns easily now."],
  ["admin", "The city asks for the fire certificate. Who has it?"],
  ["priya", "In the office, blue folder. I'll scan it.", "^1", "🙏admin"],
];
