import { expect, it } from "vitest";
import { registerTokenArea, scopesOf } from "./token-area.ts";

registerTokenArea({ area: "organisation", title: { nb: "Organisasjon", nn: "Organisasjon", en: "Organisation" } });

it("brings reading along with writing", () => {
	expect(scopesOf(["organisation:write"])).toEqual(["organisation:read", "organisation:write"]);
	expect(scopesOf(["organisation:read"])).toEqual(["organisation:read"]);
});
it.each(["organisation", "organisation:all", "elsewhere:read", "__proto__:read", ":read", ""])(
	"does not know %j",
	(one) => {
		expect(scopesOf(["organisation:read", one])).toBeUndefined();
	},
);
it("knows each area once", () => {
	expect(() => registerTokenArea({ area: "organisation", title: { nb: "", nn: "", en: "" } })).toThrow(/twice/);
});
