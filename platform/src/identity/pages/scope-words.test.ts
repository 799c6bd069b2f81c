import { expect, test } from "vitest";
import { scopesInWords } from "./scope-words.ts";

test("a token's scopes are told in words: whoever changes also reads, and what is gone stands as it was", () => {
	const areas = [
		{ area: "organisation", title: "organisasjoner" },
		{ area: "agreement", title: "avtaler" },
	];
	const words = (...scopes: string[]) => scopesInWords(scopes, areas, "nb");
	expect(words("organisation:read", "organisation:write")).toBe("Lese og endre: organisasjoner");
	expect(words("agreement:read", "old:read")).toBe("Lese: avtaler; old:read");
});
