import { expect, it } from "vitest";
import { tellApart } from "./alike.ts";

const row = (
	id: string,
	studentId: string,
	more: Partial<{ name: string; institution: string; year: number }> = {},
) => ({
	...{ id, studentId, studentName: more.name ?? "Kari Hansen" },
	...{ institutionName: more.institution ?? "NTNU", yearOfStudy: more.year ?? 2 },
});

it("tells students of one name apart by what the reader may have, and leaves everybody else alone", () => {
	const none = new Map();
	expect(tellApart([row("a", "1"), row("b", "2", { name: "Ola Moe" })], none).size).toBe(0);
	// One student with two placements is one.
	expect(tellApart([row("a", "1"), row("b", "1")], none).size).toBe(0);
	const alike = [row("a", "2"), row("b", "1", { name: "kari hansen" })];
	expect(Object.fromEntries(tellApart(alike, new Map([["a", { number: "581234" }]])))).toEqual({
		a: { by: "number", number: "581234" },
		b: { by: "order", at: 1, of: 2 },
	});
	expect(tellApart([row("a", "1"), row("b", "2", { year: 3 })], none).get("b")).toEqual({
		...{ by: "studies", institution: "NTNU", year: 3 },
	});
	const three = [row("a", "1", { institution: "Nord" }), row("b", "2"), row("c", "3")];
	expect(Object.fromEntries(tellApart(three, none))).toEqual({
		a: { by: "studies", institution: "Nord", year: 2 },
		b: { by: "order", at: 2, of: 3 },
		c: { by: "order", at: 3, of: 3 },
	});
});
