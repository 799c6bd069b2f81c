import { allocate, type Finding, findingText, problemOf } from "../src/index.ts";
import { problemForm, readForm, writtenResult } from "./form.ts";

/** `npm run --silent solve -- problem.json > result.json`: the best plan with its proof; exit 1 with every finding when refused. */
const [path] = process.argv.slice(2);
const problems =
	path === undefined ? ["Say which file: npm run --silent solve -- problem.json > result.json"] : solve(path);
for (const line of problems) console.error(line);
if (problems.length > 0) process.exitCode = 1;

/** Writes the result, or gives what stops it. */
function solve(file: string): string[] {
	const read = readForm(file, problemForm);
	if (read.kind === "refused") return read.lines;
	const built = problemOf(read.value.facts);
	if (built.kind === "refused") return said(built.findings);
	const allocated = allocate(built.problem, read.value.levels);
	if (allocated.kind === "refused") return said(allocated.findings);
	process.stdout.write(`${JSON.stringify(writtenResult(built.problem, allocated), null, "\t")}\n`);
	return [];
}

function said(findings: readonly Finding[]): string[] {
	return findings.map((finding) => findingText(finding, "en"));
}
