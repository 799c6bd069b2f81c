import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localPath } from "./local-path.ts";

describe("where a sign-in leads", () => {
	it.each(["/", "/profile", "/organisations?q=%C3%A5s&page=2", "/link/abc/join#svar"])("%s is kept", (to) => {
		expect(localPath(to)).toBe(to);
	});
	it.each([
		null,
		"",
		"profile",
		"//evil.example",
		"/\\evil.example",
		"https://evil.example",
		"/a\nSet-Cookie:x",
		"/a b",
	])("%j leads home", (to) => {
		expect(localPath(to)).toBe("/");
	});
	it("never leaves this site, whatever is given", () => {
		const pieces = fc.constantFrom(
			"/",
			"\\",
			".",
			"@",
			":",
			"//",
			"https:",
			"evil.example",
			"?",
			"#",
			"%2f",
			"\t",
			"å",
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces).map((parts) => parts.join("")),
				),
				(to) => {
					expect(new URL(localPath(to), "https://own.example").origin).toBe("https://own.example");
				},
			),
			{ numRuns: 2000 },
		);
	});
});
