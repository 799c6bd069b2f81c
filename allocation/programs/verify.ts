import { findingText, problemOf } from "../src/index.ts";
import { problemForm, readForm, resultForm } from "./form.ts";
import { resultFlaws } from "./verified.ts";

/** `npm run --silent verify -- problem.json result.json`: checks the proof in a result; exit 1 with what is wrong. */
const [problemPath, resultPath] = process.argv.slice(2);
const wrong =
	problemPath === undefined || resultPath === undefined
		? ["Say which files: npm run --silent verify -- problem.json result.json"]
		: verified(problemPath, resultPath);
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exitCode = 1;
else
	process.stdout.write(
		"What the result says holds: the plan keeps every limit and rule, and its proof gives the bounds that are stated.\n",
	);

function verified(problemFile: string, resultFile: string): string[] {
	const problem = readForm(problemFile, problemForm);
	if (problem.kind === "refused") return problem.lines;
	const result = readForm(resultFile, resultForm);
	if (result.kind === "refused") return result.lines;
	const built = problemOf(problem.value.facts);
	if (built.kind === "refused") return built.findings.map((finding) => findingText(finding, "en"));
	return resultFlaws(built.problem, problem.value.levels, result.value, problem.value.rules);
}
