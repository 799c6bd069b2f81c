import { expect, it } from "vitest";
import { registerTokenArea, scopesOf } from "./token-area.ts";

// An area no room has: others of the same process have the whole house registered.
registerTokenArea({ area: "garden", title: { nb: "Hage", nn: "Hage", en: "Garden" } });

it("brings reading along with writing", () => {
	expect(scopesOf(["garden:write"])).toEqual(["garden:read", "garden:write"]);
	expect(scopesOf(["garden:read"])).toEqual(["garden:read"]);
});
it.each(["garden", "garden:all", "elsewhere:read", "__proto__:read", ":read", ""])("does not know %j", (one) => {
	expect(scopesOf(["garden:read", one])).toBeUndefined();
});
it("knows each area once", () => {
	expect(() => registerTokenArea({ area: "garden", title: { nb: "", nn: "", en: "" } })).toThrow(/twice/);
});
