import { expect, it } from "vitest";
import type { FormPart } from "../definition.ts";
import { shifted } from "./shift.ts";

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const choices = ["a", "b", "c"].map((value) => ({ value, label: words(value) }));
const part: FormPart = { kind: "one", id: "q", label: words("Spørsmål"), choices };
const order = (one: FormPart) => ("choices" in one ? one.choices.map(({ value }) => value).join("") : "");

it("moves a choice one place, and keeps its value", () => {
	expect(order(shifted(part, "choice 2 up"))).toBe("acb");
	expect(order(shifted(part, "choice 0 down"))).toBe("bac");
});

it("leaves the order as it is where there is no place to go", () => {
	for (const shift of ["choice 0 up", "choice 2 down", "choice 9 up", "row 0 down", "x"])
		expect(order(shifted(part, shift))).toBe("abc");
});
