import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const styleOf = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

it("ends no trail in a sign that leads nowhere", () => {
	expect(styleOf("page.css")).toMatch(/\.trail li:not\(:last-child\)::after/);
	expect(styleOf("page.css")).not.toMatch(/\.trail li::after/);
});

it("lets what was just done follow the page only where it does not lie over the buttons of a phone", () => {
	const [, narrow] =
		/@media \(min-width: (\d+)rem\) \{\s*\[data-ready\] \.toast-area \{\s*position: sticky/.exec(
			styleOf("shell.css"),
		) ?? [];
	expect(Number(narrow)).toBeGreaterThan(30);
	expect(styleOf("shell.css").match(/\.toast-area \{\s*position: sticky/g)).toHaveLength(1);
});
