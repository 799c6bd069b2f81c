import { describe, expect, it } from "vitest";
import { isTold, wishOf } from "./placement-wish.ts";

describe("which wish a placement was", () => {
	it("is said of who wished, of who did not, and not at all where it is not told", () => {
		expect(wishOf({ rank: 2, hasWished: true }, "nb")).toBe("Ønske 2");
		expect(wishOf({ rank: null, hasWished: true }, "nn")).toBe("Ikkje blant ønska");
		expect(wishOf({ rank: null, hasWished: false }, "en")).toBe("Has not wished");
		expect(wishOf({ rank: null, hasWished: null }, "nb")).toBe("");
		expect(isTold({ rank: null, hasWished: null, minutes: null })).toBe(false);
		expect(isTold({ rank: null, hasWished: false, minutes: null })).toBe(true);
	});
});
