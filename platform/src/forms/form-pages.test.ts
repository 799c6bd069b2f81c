import { expect, it } from "vitest";
import type { FormPart } from "./definition.ts";
import { pageOf, pagesOf } from "./form-pages.ts";

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const question = (id: string): FormPart => ({ id, kind: "text", label: words(id) });
const group = (id: string, layout: "page" | "box" | undefined, ...parts: FormPart[]): FormPart => ({
	...{ id, kind: "group", label: words(id), parts },
	...(layout === undefined ? {} : { layout }),
});

it("gives groups that ask for it a page of their own, and gathers what stands between them", () => {
	const parts = [
		...[question("name"), group("about", "box", question("town"))],
		...[group("costs", "page", question("sum")), group("people", "page", group("who", undefined, question("lead")))],
		...[question("comment"), question("place")],
	];
	const pages = pagesOf(parts);
	expect(pages.map(({ id, parts: own }) => [id, own.map((one) => one.id)])).toEqual([
		["name", ["name", "about"]],
		["costs", ["costs"]],
		["people", ["people"]],
		["comment", ["comment", "place"]],
	]);
	expect(["town", "sum", "lead", "place", "gone"].map((path) => pageOf(pages, path))).toEqual([
		...["name", "costs", "people", "comment", undefined],
	]);
	expect(pageOf(pages, "sum.r2.amount")).toBe("costs");
	expect(pagesOf([question("a"), group("b", "box", question("c"))])).toHaveLength(1);
});
