import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormPart } from "../definition.ts";
import { addPart, changePart, everyPart, findPart, movePart, nextPartId, placePart, removePart } from "./edit.ts";

const label = { nb: "a", nn: "a", en: "a" };
const text = (id: string) => ({ kind: "text", id, label }) as const;
const group = (id: string, parts: readonly FormPart[]): FormPart => ({ kind: "group", id, label, parts });
const form: readonly FormPart[] = [
	text("q1"),
	group("q2", [text("q3"), text("q4")]),
	{
		kind: "table",
		id: "q5",
		label,
		columns: [
			{ kind: "money", id: "q6", label },
			{ kind: "date", id: "q7", label },
		],
	},
	text("q8"),
];
const outline = (parts: readonly FormPart[] | undefined): string =>
	everyPart(parts ?? [])
		.map(({ part, within }) => "·".repeat(within.length) + part.id)
		.join(" ");

describe("editing a tree of parts", () => {
	it("moves step by step as it is read: into groups, out of them, past tables", () => {
		expect(outline(movePart(form, "q1", "down"))).toBe("q2 ·q1 ·q3 ·q4 q5 ·q6 ·q7 q8");
		expect(outline(movePart(form, "q3", "up"))).toBe("q1 q3 q2 ·q4 q5 ·q6 ·q7 q8");
		expect(outline(movePart(form, "q4", "down"))).toBe("q1 q2 ·q3 q4 q5 ·q6 ·q7 q8");
		expect(outline(movePart(form, "q8", "up"))).toBe("q1 q2 ·q3 ·q4 q8 q5 ·q6 ·q7");
		expect(outline(movePart(form, "q6", "down"))).toBe("q1 q2 ·q3 ·q4 q5 ·q7 ·q6 q8");
		expect([movePart(form, "q1", "up"), movePart(form, "q6", "up"), movePart(form, "q9", "up")]).toEqual([
			...[undefined, undefined, undefined],
		]);
	});

	it("adds, changes and takes away, and leaves the tree it was given", () => {
		expect(nextPartId(form)).toBe("q9");
		expect(outline(addPart(form, text("q9"), "q2"))).toBe("q1 q2 ·q3 ·q4 ·q9 q5 ·q6 ·q7 q8");
		expect(outline(removePart(form, "q2"))).toBe("q1 q5 ·q6 ·q7 q8");
		expect(findPart(changePart(form, { ...text("q4"), required: true }) ?? [], "q4")?.part).toMatchObject({
			required: true,
		});
		expect(outline(form)).toBe("q1 q2 ·q3 ·q4 q5 ·q6 ·q7 q8");
	});

	it("never loses or doubles a part, wherever it is put", () => {
		const ids = everyPart(form).map(({ part }) => part.id);
		const one = fc.constantFrom(...ids);
		const step = fc.record({ id: one, other: one, where: fc.constantFrom("before", "after", "in", "up", "down") });
		fc.assert(
			fc.property(fc.array(step), (steps) => {
				let parts = form;
				for (const { id, other, where } of steps)
					parts =
						(where === "up" || where === "down" ? movePart(parts, id, where) : placePart(parts, id, where, other)) ??
						parts;
				expect(
					everyPart(parts)
						.map(({ part }) => part.id)
						.toSorted(),
				).toEqual(ids);
			}),
		);
	});
});
