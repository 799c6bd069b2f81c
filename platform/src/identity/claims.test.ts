import { describe, expect, it } from "vitest";
import { readClaims } from "./claims.ts";

describe("what a provider says of a person", () => {
	it.each([
		[{ name: "Kari Nordmann" }, "Kari Nordmann"],
		[{ given_name: "Kari", family_name: "Nordmann" }, "Kari Nordmann"],
		[{ given_name: "Kari" }, "Kari"],
		[{ name: "  ", preferred_username: "kari" }, "kari"],
		[{ email: "kari@example.no" }, "kari@example.no"],
		[{ name: 7, email: "no address" }, "Uten navn"],
		[{ name: "Ka\u0000ri\u0007" }, "Ka ri"],
		[{}, "Uten navn"],
	])("%j is called %s", (claims, name) => {
		expect(readClaims({ sub: "1", ...claims }, undefined).name).toBe(name);
	});
	it("keeps a very long name within what can be stored", () => {
		expect(readClaims({ sub: "1", name: "å".repeat(5000) }, undefined).name).toHaveLength(200);
	});
	it("never keeps a national identity number", () => {
		expect(JSON.stringify(readClaims({ sub: "1", pid: "01019012345", name: "Kari" }, true))).not.toContain(
			"01019012345",
		);
	});
	it("must say who", () => {
		expect(() => readClaims({ name: "Kari" }, true)).toThrow();
		expect(() => readClaims({ sub: "" }, true)).toThrow();
	});

	const yes = true;
	const no = false;
	it.each([
		["unset", undefined, [no, yes, no]],
		["true", true, [yes, yes, no]],
		["false", false, [no, no, no]],
	])("with trustsEmail %s an address counts: not said, verified, not verified", (_title, trusts, expected) => {
		const says = [undefined, true, false].map(
			(verified) => readClaims({ sub: "1", email: "a@example.no", email_verified: verified }, trusts).isEmailVerified,
		);
		expect(says).toEqual(expected);
	});
	it("understands 'true' as text, and takes no address for unverified", () => {
		const said = (claims: object) => readClaims({ sub: "1", ...claims }, undefined).isEmailVerified;
		expect(said({ email: "a@example.no", email_verified: "true" })).toBe(true);
		expect(said({ email: "a@example.no", email_verified: "false" })).toBe(false);
		expect(said({ email_verified: true })).toBe(false);
	});
});
