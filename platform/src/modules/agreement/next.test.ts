import { describe, expect, it } from "vitest";
import type { Agreement, Party } from "./contract.ts";
import { nextStepOf } from "./next.ts";
import { whatMay } from "./rules.ts";

const party = (organisationId: string, change: Partial<Party> = {}): Party => ({
	...{ id: organisationId, organisationId, name: organisationId, kind: "municipality", side: "service", signs: true },
	...{ approvedVersion: null, approvedAt: null, approvedBy: null, coordinatorName: null, coordinatorEmail: null },
	...{ deputyName: null, deputyEmail: null, signedBy: null, signedAs: null, signedOn: null, signedWay: null },
	...{ declinedVersion: null, declinedBecause: null, version: 1, ...change },
});
const agreementIn = (state: Agreement["state"], change: Partial<Agreement> = {}): Agreement => ({
	...{ id: "a", organisationId: "oss", keeperName: "oss", kind: "framework", level: "top", title: "A", purpose: "" },
	...{
		legalForm: null,
		sector: null,
		parentId: null,
		parentTitle: null,
		firstDay: null,
		lastDay: null,
		noticeMonths: null,
	},
	...{ renewalMonths: 6, followsId: null, followsTitle: null, followedById: null, followedByTitle: null, state },
	...{ contentVersion: 1, published: false, createdAt: new Date(0), signedAt: null, endedOn: null, endedReason: null },
	...{ version: 1, ...change },
});

function next(
	agreement: Agreement,
	parties: readonly Party[],
	seen: { readonly maySign?: boolean; readonly changedSince?: boolean; readonly isToRenew?: boolean } = {},
) {
	const holdings = [{ role: "agreement-coordinator", unitId: null }];
	const can = whatMay({ organisationId: "oss", system: false, holdings }, agreement, parties);
	const given = { maySign: false, changedSince: false, isToRenew: false, ...seen };
	return nextStepOf({ agreement, parties, can, organisationId: "oss", ...given });
}

describe("what comes next", () => {
	const both = [party("oss"), party("dem")];

	it("is to put a draft forward", () => {
		expect(next(agreementIn("draft"), both).kind).toBe("put-forward");
	});

	it("is to answer a text put forward, and to wait when one has answered", () => {
		expect(next(agreementIn("negotiating"), both)).toEqual({ kind: "answer", waitingFor: ["dem"] });
		const answered = [party("oss", { approvedVersion: 1 }), party("dem")];
		expect(next(agreementIn("negotiating"), answered)).toEqual({ kind: "wait", waitingFor: ["dem"] });
	});

	it("is to see why when another has said no, and to answer all the same for one that has not answered", () => {
		const no = { declinedVersion: 1, declinedBecause: "For mange plasser" };
		const answered = [party("oss", { approvedVersion: 1 }), party("dem", no), party("de andre")];
		expect(next(agreementIn("negotiating"), answered)).toEqual({ kind: "declined", waitingFor: ["dem"] });
		expect(next(agreementIn("negotiating"), [party("oss"), party("dem", no)]).kind).toBe("answer");
		const own = [party("oss", no), party("dem", { approvedVersion: 1 })];
		expect(next(agreementIn("negotiating"), own)).toEqual({ kind: "declined", waitingFor: [] });
		const older = [party("oss", { approvedVersion: 2 }), party("dem", no)];
		expect(next(agreementIn("negotiating", { contentVersion: 2 }), older).kind).toBe("wait");
	});

	it("is to put the text forward again when it has changed since", () => {
		expect(next(agreementIn("negotiating"), both, { changedSince: true }).kind).toBe("put-forward-again");
	});

	it("is to open it for signing when all who sign have approved", () => {
		const approved = [party("oss", { approvedVersion: 1 }), party("dem", { approvedVersion: 1 })];
		expect(next(agreementIn("negotiating"), approved).kind).toBe("open-for-signing");
	});

	it("is to sign for those who may, and to have the leader sign for the others", () => {
		expect(next(agreementIn("signing"), both, { maySign: true })).toEqual({ kind: "sign", waitingFor: ["dem"] });
		expect(next(agreementIn("signing"), both).kind).toBe("leader-signs");
		const own = [party("oss", { signedOn: "2026-01-01", signedBy: "x" }), party("dem")];
		expect(next(agreementIn("signing"), own, { maySign: true })).toEqual({ kind: "wait", waitingFor: ["dem"] });
	});

	it("is to renew one that runs out, and nothing for one that holds or has been renewed", () => {
		expect(next(agreementIn("signed"), both, { isToRenew: true }).kind).toBe("renew");
		expect(next(agreementIn("signed"), both).kind).toBe("none");
		expect(next(agreementIn("signed", { followedById: "b" }), both, { isToRenew: true }).kind).toBe("none");
		expect(next(agreementIn("withdrawn"), both).kind).toBe("none");
	});
});
