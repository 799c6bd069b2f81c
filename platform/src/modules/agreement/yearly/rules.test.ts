import { expect, it } from "vitest";
import type { Party, ThemeContact } from "../contract.ts";
import { addressesOf, monthOfAsking, nextAsking, yearAskedFor } from "./rules.ts";

const asking = { asks: true, month: null };
const agreement = { state: "signed", firstDay: "2025-01-15", lastDay: null, endedOn: null } as const;

it("asks in the month after the one the agreement began in, or the month that is set", () => {
	expect(monthOfAsking(asking, agreement)).toBe(2);
	expect(monthOfAsking(asking, { firstDay: "2025-12-01" })).toBe(1);
	expect(monthOfAsking({ asks: true, month: 9 }, agreement)).toBe(9);
});

it("asks about last year until summer and then about this one, once it has held for half a year", () => {
	expect(yearAskedFor(asking, agreement, "2025-02-01")).toBeNull();
	expect(yearAskedFor(asking, agreement, "2026-01-31")).toBeNull();
	expect(yearAskedFor(asking, agreement, "2026-02-01")).toBe(2025);
	expect(yearAskedFor({ asks: true, month: 9 }, agreement, "2025-09-30")).toBe(2025);
	expect(yearAskedFor({ asks: false, month: 9 }, agreement, "2025-09-30")).toBeNull();
	expect(yearAskedFor(asking, { ...agreement, state: "withdrawn" }, "2026-02-01")).toBeNull();
});

it("asks a last time about the year an agreement ended in", () => {
	const ended = { ...agreement, lastDay: "2026-12-31", endedOn: "2026-03-31" };
	expect(yearAskedFor(asking, ended, "2027-02-10")).toBe(2026);
	expect(yearAskedFor(asking, ended, "2028-02-10")).toBeNull();
	expect(nextAsking(asking, ended, [{ year: 2026 }], "2027-02-10")).toBeNull();
});

it("says when it asks next", () => {
	expect(nextAsking(asking, agreement, [], "2025-03-20")).toBe("2026-02-01");
	expect(nextAsking(asking, agreement, [], "2026-02-20")).toBe("2026-02-01");
	expect(nextAsking(asking, agreement, [{ year: 2025 }], "2026-02-20")).toBe("2027-02-01");
	expect(nextAsking({ asks: false, month: null }, agreement, [], "2026-02-20")).toBeNull();
});

it("asks who coordinates, else who answers for a theme, else a deputy, and reminds the deputy too", () => {
	const party: Party = {
		...{ id: "p", organisationId: "o", name: "Nes", kind: "municipality", side: "service", signs: true, version: 1 },
		...{
			approvedVersion: 1,
			approvedAt: null,
			approvedBy: null,
			declinedVersion: null,
			declinedBecause: null,
			signedBy: null,
			signedAs: null,
			signedOn: null,
		},
		...{ signedWay: null, coordinatorName: "Kari", coordinatorEmail: "kari@nes.no", deputyName: "Ola" },
		deputyEmail: "ola@nes.no",
	};
	const contact: ThemeContact = {
		...{ themeId: "t", partyId: "o", name: "Tor", email: "tor@nes.no", deputyName: "Siv", deputyEmail: "siv@nes.no" },
		version: 1,
	};
	const emails = (one: Party, contacts: readonly ThemeContact[], again = false) =>
		addressesOf(one, { contacts }, again).map(({ email }) => email);
	expect(emails(party, [contact])).toEqual(["kari@nes.no"]);
	expect(emails(party, [contact], true)).toEqual(["kari@nes.no", "ola@nes.no"]);
	const nobody = { ...party, coordinatorEmail: null, deputyEmail: null };
	expect(emails(nobody, [contact])).toEqual(["tor@nes.no"]);
	expect(emails(nobody, [{ ...contact, email: null }])).toEqual(["siv@nes.no"]);
	expect(emails(nobody, [{ ...contact, partyId: "other" }])).toEqual([]);
	expect(emails({ ...nobody, deputyEmail: "ola@nes.no" }, [])).toEqual(["ola@nes.no"]);
	expect(emails({ ...party, deputyEmail: "KARI@nes.no" }, [], true)).toEqual(["kari@nes.no"]);
});
