import { expect, test } from "vitest";
import { inFieldOrder } from "./field-order.ts";

test("refusals stand as the fields do, those of the whole form first", () => {
	const codes = inFieldOrder(
		[{ code: "b", field: "second" }, { code: "a", field: "first" }, { code: "all" }],
		["first", "second"],
	).map((refusal) => refusal.code);
	expect(codes).toEqual(["all", "a", "b"]);
});
