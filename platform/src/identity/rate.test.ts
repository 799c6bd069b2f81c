import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf, windowOf } from "./rate.ts";

describe("the window of a moment", () => {
	it("holds the moment, and the next one begins when it says", () => {
		const moments = fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
		fc.assert(
			fc.property(moments, fc.integer({ min: 1, max: 3600 }), (moment, seconds) => {
				const { start, secondsLeft } = windowOf(moment, seconds);
				expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
				expect(start.getTime() % (seconds * 1000)).toBe(0);
				const next = windowOf(new Date(moment.getTime() + secondsLeft * 1000), seconds);
				expect(next.start.getTime()).toBe(start.getTime() + seconds * 1000);
			}),
		);
	});
});

describe("the network of an address", () => {
	it.each([
		["192.0.2.7", "192.0.2.7"],
		["::ffff:192.0.2.7", "192.0.2.7"],
		["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
		["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
		["2001:db8::1", "2001:db8:0:0::/64"],
		["fe80::1%eth0", "fe80:0:0:0::/64"],
		["::1", "0:0:0:0::/64"],
	])("%s is %s", (address, network) => {
		expect(networkOf(address)).toBe(network);
	});
});
