import { expect, it } from "vitest";
import { settingCodes, settingWords } from "./setting-words.ts";

it("lets an everyday word mean one setting only", () => {
	const met = new Map<string, string>();
	for (const code of settingCodes)
		for (const word of settingWords(code)) {
			const key = word.toLocaleLowerCase("nb");
			expect([word, met.get(key) ?? code]).toEqual([word, code]);
			met.set(key, code);
		}
	expect(settingWords("home-care")).toContain("Hjemmesykepleie");
	expect(settingWords("no such setting")).toEqual([]);
});
