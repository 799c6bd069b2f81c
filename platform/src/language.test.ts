import { expect, it } from "vitest";
import { formatList, formatNumber, languages, localeOf } from "./language.ts";

it("writes every number as Intl does, small whole ones too", () => {
	const values = [...Array.from({ length: 2_100 }, (_, at) => at - 1_050), 0.5, -0.5, 999.5, 1e6, Number.NaN, -0];
	for (const language of languages) {
		const format = new Intl.NumberFormat(localeOf[language]);
		for (const value of values) expect(formatNumber(language, value)).toBe(format.format(value));
	}
});

it("lists words as each language does", () => {
	expect(formatList("nb", ["rektor", "veileder", "leder"])).toBe("rektor, veileder og leder");
	expect(formatList("en", ["head", "supervisor"])).toBe("head and supervisor");
});
