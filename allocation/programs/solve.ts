import { allocate, allocateWide, type Finding, findingText, problemOf } from "../src/index.ts";
import { problemForm, readForm } from "./form.ts";
import { writtenResult, writtenWide } from "./written.ts";

/** Seconds that one model of rules that cross may take. */
const mostSeconds = 60;

/** `npm run --silent solve -- problem.json > result.json`: the best plan with its proof; exit 1 with every finding when refused. */
const [path] = process.argv.slice(2);
const problems =
	path === undefined ? ["Say which file: npm run --silent solve -- problem.json > result.json"] : await solve(path);
for (const line of problems) console.error(line);
if (problems.length > 0) process.exitCode = 1;

/** Writes the result, or gives what stops it. */
async function solve(file: string): Promise<string[]> {
	const read = readForm(file, problemForm);
	if (read.kind === "refused") return read.lines;
	const built = problemOf(read.value.facts);
	if (built.kind === "refused") return said(built.findings);
	const { rules } = read.value;
	if (rules !== undefined) {
		const { solvedByHighs } = await import("../adapters/solve.ts");
		const wide = await allocateWide(built.problem, read.value.levels, rules, (model) =>
			solvedByHighs(model, mostSeconds),
		);
		if (wide.kind === "allocated") {
			process.stdout.write(`${JSON.stringify(writtenWide(built.problem, wide), null, "\t")}\n`);
			return [];
		}
		if (wide.kind === "refused") return said(wide.findings);
		if (wide.kind === "no-plan") return ["no plan keeps both the locks and the rules that cross"];
		return [`the rules that cross cannot be followed: ${JSON.stringify(wide)}`];
	}
	const allocated = allocate(built.problem, read.value.levels);
	if (allocated.kind === "refused") return said(allocated.findings);
	process.stdout.write(`${JSON.stringify(writtenResult(built.problem, allocated), null, "\t")}\n`);
	return [];
}

function said(findings: readonly Finding[]): string[] {
	return findings.map((finding) => findingText(finding, "en"));
}
