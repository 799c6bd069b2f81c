import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { allocateSnapshot } from "./run.ts";
import { verifiedRun } from "./verified.ts";

const snapshot = makeSnapshot({
	periods: [makePeriod({ id: "spring" })],
	sites: [makeSite({ id: "A" }), makeSite({ id: "B", at: { latitude: 63.88, longitude: 10.39 } })],
	offers: [makeOffer({ id: "a", siteId: "A" }), makeOffer({ id: "b", siteId: "B" })],
	claims: [
		makeClaim({ id: "kari", periodId: "spring", wishes: [{ rank: 1, kind: "site", target: "A" }] }),
		makeClaim({ id: "ola", periodId: "spring" }),
	],
});
const snapshotHash = createHash("sha256").update(JSON.stringify(snapshot)).digest("hex");

describe("a stored run checked again", async () => {
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash });
	const offers = (...given: (string | null)[]) => ({
		...result,
		plan: result.plan.map((row, at) => ({ ...row, offer: given[at] ?? null })),
	});

	it("holds as it was stored", () => {
		expect(result.plan.map(({ offer }) => offer)).toEqual(["a", "b"]);
		expect(verifiedRun(snapshot, result, certificate)).toEqual({ flaws: [], withProof: true });
	});

	it("does not where facts, plan or proof have been touched", () => {
		const others = { ...snapshot, claims: snapshot.claims.toReversed() };
		expect(verifiedRun(others, result, certificate).flaws[0]).toMatch(/^the facts have the fingerprint/);
		expect(verifiedRun(snapshot, offers("b", "a"), certificate).flaws).toContain(
			"the plan has kari elsewhere than what is proved",
		);
		expect(verifiedRun(snapshot, offers("a", "a"), certificate).flaws[0]).toMatch(/^offer a has 2 on/);
		const form = certificate.result;
		if (form === null) throw new Error("the run has a proof");
		const cheaper = form.levels.map((level) => ({ ...level, value: level.value - 1 }));
		const forged = { ...certificate, result: { ...form, levels: cheaper } };
		expect(verifiedRun(snapshot, result, forged).flaws[0]).toMatch(/^the levels are stated as/);
		const unproved = { ...certificate, result: { ...form, certificate: { stages: [] } } };
		expect(verifiedRun(snapshot, result, unproved).flaws.length).toBeGreaterThan(0);
	});
});
