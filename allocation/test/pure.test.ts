import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { loadedHighs } from "../adapters/solve.ts";
import {
	allocate,
	beginningFrom,
	deferredAcceptance,
	explainerOf,
	flawsOf,
	inOrder,
	lotteryTurn,
	shortagesOf,
	usualLevels,
	wideAllocation,
	wideFlaws,
} from "../src/index.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";
import { wideInstance } from "./wide-instance.ts";

const source = join(import.meta.dirname, "..", "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const codeOf = (file: string) =>
	readFileSync(join(source, file), "utf8")
		.replaceAll(/\/\*[\s\S]*?\*\//g, "")
		.replaceAll(/\/\/.*$/gm, "");

/** Clocks, chance, the outside world; and functions of floating point that differ from one runtime to the next. */
const impure =
	/\b(Date|performance|setTimeout|setInterval|setImmediate|queueMicrotask|process|globalThis|crypto|fetch|console|require|Intl|toLocale\w+|localeCompare)\b|\bimport\(|\bMath\.(random|exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\b/;

test("no file of the engine names a clock, a source of chance or anything outside it, and each imports only its own", () => {
	expect(files.length).toBeGreaterThan(50);
	for (const file of files) {
		const code = codeOf(file);
		expect({ file, impure: impure.exec(code)?.[0] }).toEqual({ file, impure: undefined });
		for (const [, from = ""] of code.matchAll(/\bfrom "([^"]+)"/g))
			expect({ file, from }).toSatisfy(
				() => from.startsWith(".") && join(source, file, "..", from).startsWith(`${source}/`),
			);
	}
});

/** Does something where asking for the time, or for chance, throws. */
function unaided<Result>(work: () => Result): Result {
	const stopped = () => {
		throw new Error("asked for the time, or for chance");
	};
	vi.stubGlobal("Date", new Proxy(Date, { construct: stopped, apply: stopped, get: stopped }));
	vi.stubGlobal("performance", new Proxy({}, { get: stopped }));
	const chance = vi.spyOn(Math, "random").mockImplementation(stopped);
	try {
		return work();
	} finally {
		chance.mockRestore();
		vi.unstubAllGlobals();
	}
}

test("a round is solved, proved, explained and made again where there is no clock and no chance", async () => {
	expect(() => unaided(() => Date.now())).toThrow("asked for the time");
	expect(() => unaided(() => Math.random())).toThrow("asked for the time");
	const facts = randomFacts(
		{ claims: 60, offers: 16, caps: 4, classes: 2, ranks: 5, minutes: 60, sparse: 3, most: 5 },
		randomOf(5),
	);
	const levels = usualLevels({ rank: 10, minutes: 1 }, "published");
	const { flaws, reasons, values, again } = unaided(() => {
		const problem = problemFrom(facts);
		const result = allocate(problem, levels);
		if (result.kind === "refused") throw new Error("refused");
		const explainer = explainerOf(problem, levels, result);
		const anew = allocate(problem, levels, beginningFrom(problem, problem, result));
		shortagesOf(problem, result.plan);
		inOrder(problem, lotteryTurn(problem, "draw", true), (pair) => pair);
		deferredAcceptance(
			problem,
			(pair) => pair,
			(pair) => pair,
		);
		return {
			flaws: flawsOf(problem, levels, result.plan, result.certificate, result.bounds),
			reasons: problem.claimIds.map((id) => explainer.why(id)),
			values: result.values,
			again: anew.kind === "allocated" ? anew.values : undefined,
		};
	});
	expect(flaws).toEqual([]);
	expect(reasons.length).toBe(60);
	expect(again).toEqual(values);

	// The solver of linear models is the caller's: it may ask for the time.
	const highs = await loadedHighs();
	let models = 0;
	for (let seed = 0; seed < 12; seed++) {
		const { problem, rules } = wideInstance(seed);
		const run = wideAllocation(problem, levels, rules, seed % 2 === 0 ? {} : { whole: 0 });
		let next = unaided(() => run.next());
		while (!next.done) {
			const answer = next.value.kind === "model" ? highs(next.value.model, 10) : undefined;
			if (answer !== undefined) models++;
			next = unaided(() => run.next(answer));
		}
		if (next.value.kind === "allocated") expect(wideFlaws(problem, levels, rules, next.value)).toEqual([]);
	}
	expect(models).toBeGreaterThan(0);
});
