import { allocate, allocateWide, type Finding, findingText, problemOf } from "../src/index.ts";
import { problemForm, readForm } from "./form.ts";
import { writtenResult, writtenWide } from "./written.ts";

/** Seconds that one model of rules that cross may take. */
const mostSeconds = 60;

export type Solved =
	| { readonly kind: "solved"; readonly text: string }
	| { readonly kind: "refused"; readonly lines: readonly string[] };

/** The result of a problem in a file, as it is written, or every line of what stops it. */
export async function solvedFile(file: string): Promise<Solved> {
	const read = readForm(file, problemForm);
	if (read.kind === "refused") return read;
	const { facts, levels, rules } = read.value;
	const built = problemOf(facts);
	if (built.kind === "refused") return said(built.findings);
	if (rules === undefined) {
		const allocated = allocate(built.problem, levels);
		if (allocated.kind === "refused") return said(allocated.findings);
		return solved(writtenResult(built.problem, allocated));
	}
	const { solvedByHighs } = await import("../adapters/solve.ts");
	const wide = await allocateWide(built.problem, levels, rules, (model) => solvedByHighs(model, mostSeconds));
	return wide.kind === "allocated" ? solved(writtenWide(built.problem, wide)) : said(wide.findings);
}

function solved(result: object): Solved {
	return { kind: "solved", text: `${JSON.stringify(result, null, "\t")}\n` };
}

function said(findings: readonly Finding[]): Solved {
	return { kind: "refused", lines: findings.map((finding) => findingText(finding, "en")) };
}
