import { expect, it } from "vitest";
import { drawnFrom } from "./drawn.server.ts";

it("draws again from something else, or where something else is asked, and not otherwise", () => {
	let drawings = 0;
	const drawing = drawnFrom<number>();
	const draw = () => ++drawings;
	const [first, same] = [{ places: ["Oslo"] }, { places: ["Oslo"] }];
	expect(drawing(first, ["nb", { county: "03" }], draw)).toBe(1);
	expect(drawing(first, ["nb", { county: "03" }], draw)).toBe(1);
	expect(drawing(first, ["nn", { county: "03" }], draw)).toBe(2);
	expect(drawing(first, ["nb", { county: "50" }], draw)).toBe(3);
	expect(drawing(same, ["nb", { county: "03" }], draw)).toBe(4);
	expect(drawing(first, ["nb", { county: "03" }], draw)).toBe(1);
});
