import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { problemForm, readForm, resultForm } from "../programs/form.ts";
import { schemas } from "../programs/schema.ts";
import { solvedFile } from "../programs/solved.ts";
import { resultFlaws } from "../programs/verified.ts";
import { usualLevels } from "../src/index.ts";
import { problemFrom, randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "allocation-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(import.meta.dirname, "..", "..");
const run = (program: string, ...paths: readonly string[]) =>
	spawnSync(process.execPath, ["--import", "tsx", join("allocation", "programs", `${program}.ts`), ...paths], {
		cwd: root,
		encoding: "utf8",
	});
/** What solve writes, or says, without starting it: that takes a second. */
const solved = async (problemPath: string) => {
	const outcome = await solvedFile(problemPath);
	return outcome.kind === "solved" ? outcome.text : outcome.lines.join("\n");
};
/** What verify says, likewise. */
const checked = (problemPath: string, resultPath: string): string => {
	const problem = readForm(problemPath, problemForm);
	const result = readForm(resultPath, resultForm);
	if (problem.kind === "refused" || result.kind === "refused") throw new Error("cannot be read");
	const { facts, levels, rules } = problem.value;
	return resultFlaws(problemFrom(facts), levels, result.value, rules).join("\n");
};
const write = (name: string, value: unknown) => {
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(value));
	return path;
};

test("solve gives a result that verify accepts, twice the same bytes; a changed result is rejected with what is wrong", async () => {
	const random = randomOf(11);
	const facts = randomFacts(
		{ claims: 30, offers: 8, caps: 3, classes: 2, ranks: 5, minutes: 90, sparse: 3, most: 4 },
		random,
	);
	const problem = write("problem.json", { facts, levels: usualLevels({ rank: 10, minutes: 1 }, "autumn") });
	const first = run("solve", problem);
	expect(first.stderr).toBe("");
	expect(await solved(problem)).toBe(first.stdout);
	const result = JSON.parse(first.stdout);
	expect(run("verify", problem, write("result.json", result)).status).toBe(0);

	const placed = result.assignment.findIndex((row: { offer: string | null }) => row.offer !== null);
	const worse = structuredClone(result);
	worse.assignment[placed].offer = null;
	const rejected = run("verify", problem, write("worse.json", worse));
	expect(rejected.status).toBe(1);
	expect(rejected.stderr).toMatch(/levels are stated as|proof fails/);
});

test("rules that cross are solved, and verify rejects a plan that breaks one", async () => {
	const random = randomOf(12);
	const facts = randomFacts(
		{ claims: 24, offers: 6, caps: 2, classes: 2, ranks: 5, minutes: 90, sparse: 4, most: 4 },
		random,
	);
	const levels = usualLevels({ rank: 10, minutes: 1 }, "autumn");
	const placedAt = (result: { assignment: { claim: string; offer: string | null }[] }, offer: string) =>
		result.assignment.filter((row) => row.offer === offer).length;
	const plain = JSON.parse(await solved(write("free.json", { facts, levels })));
	const at = facts.offers.find(({ id }) => placedAt(plain, id) > 1)?.id ?? "";
	expect(at).not.toBe("");
	const rules = { crossings: [{ id: "one here", at: [at], limit: 1 }] };
	const problem = write("ruled.json", { facts, levels, rules });
	const started = run("solve", problem);
	expect(started.stderr).toBe("");
	const result = JSON.parse(started.stdout);
	expect(placedAt(result, at)).toBeLessThan(2);
	expect(checked(problem, write("ruled-result.json", result))).toBe("");
	expect(checked(problem, write("ruled-result.json", plain))).toContain("one here");
	const { crossing } = result;
	const bounds = result.bounds.map((bound: number | null) => (bound === null ? null : bound + 1));
	expect(checked(problem, write("ruled-result.json", { ...result, crossing, bounds }))).toContain("proof fails");
});

test("floors over what no cap holds together are met where they can be, and verify counts what is missing to them", async () => {
	const offers = ["a", "b", "c"].map((id) => ({ id, capacity: 2 }));
	const claims = ["1", "2", "3", "4"].map((id) => ({ id, priority: 0 }));
	const facts = {
		...{ claims, offers },
		// Everybody would rather be at a or c.
		pairs: claims.flatMap(({ id }) =>
			offers.map((offer) => ({ claim: id, offer: offer.id, parts: { minutes: offer.id === "b" ? 30 : 10 } })),
		),
		prohibitions: [{ claim: "4", offer: "b", rule: "employed there" }],
	};
	const levels = [{ kind: "place" }, { kind: "floors" }, { kind: "burden", weights: { minutes: 1 } }];
	const rules = {
		floors: [
			{ id: "first three", claims: ["1", "2", "3"], at: ["a", "b"], least: 2 },
			{ id: "at b and c", at: ["b", "c"], least: 5, weight: 3 },
		],
	};
	const problem = write("floors.json", { facts, levels, rules });
	const result = JSON.parse(await solved(problem));
	// At most four can be at b and c; two of the first three are then at b.
	expect(result.levels.map(({ value }: { value: number }) => value)).toEqual([0, 3, 80]);
	expect(result.status).toBe("optimal");
	expect(checked(problem, write("floors-result.json", result))).toBe("");
	// A plan that forgets the floors, as good as it can be without them; with its values stated as they are it is not the best.
	const forgetful = JSON.parse(await solved(write("no-floors.json", { facts, levels })));
	expect(checked(problem, write("floors-result.json", forgetful))).toContain("levels are stated as");
	const there = forgetful.assignment.filter(
		({ claim, offer }: Record<string, string>) => offer === "a" && claim !== "4",
	);
	const values = [0, Math.max(0, 2 - there.length) + 3 * 3, 40];
	const honest = forgetful.levels.map((row: object, s: number) => ({ ...row, value: values[s] }));
	const honestly = checked(problem, write("floors-result.json", { ...forgetful, levels: honest }));
	expect(honestly).toContain("above its bounds");
	const { multipliers } = result.crossing.proofs[0];
	expect(multipliers.across).toHaveLength(2);
	multipliers.across = [1, 0.5];
	expect(checked(problem, write("floors-result.json", result))).toContain("proof fails");
});

test("solve refuses bad facts, bad rules and bad forms with exit 1 and the findings", async () => {
	const bad = write("bad.json", { facts: { claims: [], offers: [{ id: "x", capacity: -1 }], pairs: [] }, levels: [] });
	const refused = run("solve", bad);
	expect(refused.status).toBe(1);
	expect(refused.stdout).toBe("");
	expect(refused.stderr).toContain("capacity of offer “x” is -1");
	expect(await solved(write("strange.json", { levels: [] }))).toContain("facts");
	const facts = {
		claims: [{ id: "Kari", priority: 0 }],
		offers: [{ id: "home care", capacity: 1 }],
		pairs: [{ claim: "Kari", offer: "home care", parts: {} }],
		locks: [{ claim: "Kari", offer: "home care" }],
	};
	const under = (rules: object) => solved(write("rules.json", { facts, levels: [{ kind: "place" }], rules }));
	expect(await under({ crossings: [{ id: "shut", at: ["nowhere"], limit: 1 }] })).toBe(
		"at of rule “shut” refers to “nowhere”, which does not exist. Correct the id or add what is missing.",
	);
	expect(await under({ crossings: [{ id: "shut", at: ["home care"], limit: 0 }] })).toBe(
		"The locks alone break the rule “shut”, and no plan mends all such breaches. Remove a lock or change the rule.",
	);
	const broken = join(folder, "broken.json");
	writeFileSync(broken, '{"facts": ');
	expect(await solved(broken)).toContain("broken.json cannot be read as JSON");
});

test("the schemas beside the package are those of the forms", () => {
	for (const [name, text] of Object.entries(schemas))
		expect(JSON.parse(readFileSync(join(root, "allocation", name), "utf8"))).toEqual(JSON.parse(text));
});

test("the engine depends on nothing, and is compiled without the types of Node and the DOM", () => {
	const json = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), "utf8"));
	expect(json("allocation", "package.json").dependencies).toBeUndefined();
	// `npm run check` compiles it by these.
	expect(json("allocation", "tsconfig.json")).toEqual({ extends: "../tsconfig.base.json", include: ["src"] });
	expect(json("tsconfig.base.json").compilerOptions).toMatchObject({ lib: ["ES2023"], types: [] });
});
