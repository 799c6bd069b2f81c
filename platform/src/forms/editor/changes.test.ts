import { expect, it } from "vitest";
import type { FormContent, FormPart } from "../definition.ts";
import { changesBetween } from "./changes.ts";

const say = (word: string) => ({ nb: word, nn: word, en: word });
const text = (id: string, more: object = {}): FormPart => ({ kind: "text", id, label: say(id), ...more });
const content = (...parts: readonly FormPart[]): FormContent => ({ title: say("t"), parts });

it("says part by part what is other than it was", () => {
	const before = content(text("a"), text("b"), { kind: "group", id: "g", label: say("g"), parts: [text("c")] });
	const after = content(
		text("b", { required: true, help: say("h") }),
		{ kind: "group", id: "g", label: say("g"), parts: [text("a"), text("c")] },
		text("d"),
	);
	expect(changesBetween(before, after)).toEqual([
		{ what: "changed", id: "b", label: say("b"), things: ["help", "required", "place"] },
		{ what: "changed", id: "a", label: say("a"), things: ["place"] },
		{ what: "changed", id: "c", label: say("c"), things: ["place"] },
		{ what: "added", id: "d", label: say("d") },
	]);
	expect(changesBetween(after, before).at(-1)).toEqual({ what: "removed", id: "d", label: say("d") });
	expect(changesBetween(before, content(...before.parts))).toEqual([]);
});

it("does not mind in which order the database gives names", () => {
	const one = content({ kind: "text", id: "a", label: { nb: "1", nn: "2", en: "3" } });
	const other = content({ id: "a", label: { en: "3", nb: "1", nn: "2" }, kind: "text" });
	expect(changesBetween(one, other)).toEqual([]);
});
