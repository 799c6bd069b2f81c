import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import type { RunProgress } from "./contract.ts";
import { runInThread } from "./run.server.ts";

const round = (claims: number) =>
	makeSnapshot({
		periods: [makePeriod({ id: "spring" })],
		sites: [makeSite({ id: "A" })],
		offers: [makeOffer({ id: "a", siteId: "A", places: 2, leastTogether: 2 })],
		claims: Array.from({ length: claims }, (_, n) => makeClaim({ id: `claim ${n}`, periodId: "spring" })),
	});

describe("a run in a thread", () => {
	it("gives plan, proof and how far it has come", async () => {
		const told: RunProgress["phase"][] = [];
		const { result, certificate } = await runInThread(round(3), { progress: (_, { phase }) => told.push(phase) });
		expect(result.measures.placed).toBe(2);
		expect(result.snapshotHash).toMatch(/^[0-9a-f]{64}$/);
		expect(certificate.result?.status).toBe("optimal");
		expect(told.at(0)).toBe("facts");
		expect(told.at(-1)).toBe("comparing");
	});

	it("solves rules that cross with HiGHS there", async () => {
		const { result } = await runInThread(round(1));
		expect(result).toMatchObject({ holds: "optimal", flaws: [], plan: [{ claim: "claim 0", offer: null }] });
	});

	it("says why there is no plan at all", async () => {
		const locks = [{ claim: "claim 0", offer: "a" }];
		await expect(runInThread({ ...round(1), locks })).rejects.toThrow("The locks alone break the rule");
	});

	it("ends when it is told to", async () => {
		const stop = new AbortController();
		const running = runInThread(round(2000), { signal: stop.signal, progress: () => stop.abort(new Error("stopped")) });
		await expect(running).rejects.toThrow("stopped");
	});
});
