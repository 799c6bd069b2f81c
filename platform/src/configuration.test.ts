import { describe, expect, it } from "vitest";
import { ConfigurationFault, readConfiguration } from "./configuration.server.ts";

const feide = { id: "feide", name: "Feide", issuer: "https://auth.example.no", clientId: "abc" };
const read = (...providers: object[]) =>
	readConfiguration({ LAERINGSARENA_PROVIDERS: JSON.stringify(providers) }).providers;

describe("sign-in providers in the configuration", () => {
	it("need little, and trust no address that is not said to be verified", () => {
		expect(read(feide)).toEqual([{ ...feide, scope: "openid profile email", parameters: {}, levels: [] }]);
	});
	it("may be on plain http on this machine only", () => {
		for (const issuer of ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080"])
			expect(read({ ...feide, issuer })).toHaveLength(1);
		for (const issuer of [
			"http://auth.example.no",
			"http://localhost.example.no",
			"ftp://localhost",
			"file:///etc/passwd",
		])
			expect(() => read({ ...feide, issuer })).toThrow(/https/);
	});
	it("have ids of their own that fit in an address", () => {
		expect(() => read(feide, feide)).toThrow(/same id/);
		expect(() => read({ ...feide, id: "../feide" })).toThrow(ConfigurationFault);
	});
	it("that cannot be read are named as such", () => {
		expect(() => readConfiguration({ LAERINGSARENA_PROVIDERS: "not json" })).toThrow(/LAERINGSARENA_PROVIDERS/);
	});
});
