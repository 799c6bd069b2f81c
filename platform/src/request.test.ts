import { describe, expect, it } from "vitest";
import { newSecret } from "./identity/secret.server.ts";
import { loggedPath, senderAddress } from "./request.server.ts";

describe("where a request came from", () => {
	it.each([
		["no proxy: the connection itself, whatever the header says", "10.0.0.1", "1.2.3.4", 0, "10.0.0.1"],
		["one proxy: the last address of the header", "10.0.0.1", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
		["two proxies: the one before", "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", 2, "1.2.3.4"],
		["a header shorter than the proxies: the connection", "10.0.0.1", "1.2.3.4", 2, "10.0.0.1"],
		["no header: the connection", "10.0.0.1", undefined, 1, "10.0.0.1"],
		["nothing known", undefined, undefined, 0, null],
	])("%s", (_title, socket, forwarded, proxies, expected) => {
		expect(senderAddress(socket, forwarded, proxies)).toBe(expected);
	});
});

describe("a path in the log", () => {
	it("has no secret in it", () => {
		const secret = newSecret();
		expect(loggedPath(`/link/${secret}/join`)).toBe("/link/…/join");
		expect(loggedPath(`/calendar/${secret}.ics`)).toBe("/calendar/….ics");
	});
	it("keeps ids", () => {
		expect(loggedPath("/units/01900000-0000-7000-8000-000000000001")).toBe(
			"/units/01900000-0000-7000-8000-000000000001",
		);
	});
});
