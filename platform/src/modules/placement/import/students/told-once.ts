import type { RowFinding } from "../../../../import/contract.ts";
import { nearest } from "../../../../spreadsheet/nearest.ts";
import { fold } from "../fold.ts";
import type { StudentFinding } from "./text.ts";

/** Names that are looked for among those known: more than these are no slips of a finger, but a list of another kind. */
const lookedFor = 40;

const oncePerName: readonly StudentFinding[] = ["wish-unknown", "course-unknown", "institution-unknown"];

/**
 * What is the same in many rows, told once, where it stands first: a name not known by the name, with what it may have
 * meant, and that no sites are there yet once of all. `rows` counts them where they are several.
 * @param known names there are, by the finding that says one is not among them
 */
export function toldOnce(
	findings: readonly RowFinding<StudentFinding>[],
	known: Readonly<Partial<Record<StudentFinding, readonly string[]>>>,
): readonly RowFinding<StudentFinding>[] {
	const rowsOf = new Map<string, Set<number>>();
	for (const finding of findings) {
		const same = sameAs(finding);
		if (same === null) continue;
		const rows = rowsOf.get(same) ?? new Set();
		rowsOf.set(same, rows.add(finding.row));
	}
	const told = new Set<string>();
	return findings.flatMap((finding) => {
		const same = sameAs(finding);
		if (same === null) return [finding];
		if (told.has(same)) return [];
		told.add(same);
		const rows = rowsOf.get(same)?.size ?? 1;
		const near = told.size > lookedFor ? null : meantBy(finding.value ?? "", known[finding.code] ?? []);
		const detail = { ...finding.detail, ...(rows > 1 ? { rows } : {}), ...(near === null ? {} : { near }) };
		return [{ ...finding, detail }];
	});
}

function sameAs({ code, value }: RowFinding<StudentFinding>): string | null {
	if (code === "places-first") return code;
	return oncePerName.includes(code) ? `${code} ${fold(value ?? "")}` : null;
}

/** The name most likely meant: one slip of a finger away, with its host or without, or the only one that begins so. */
function meantBy(written: string, names: readonly string[]): string | null {
	const word = fold(written);
	const begin = names.filter((name) => fold(name).startsWith(`${word} `));
	if (begin.length === 1) return begin[0] ?? null;
	const likely = names.filter((name) => Math.abs(bare(name, word).length - word.length) <= word.length / 4);
	const near = nearest(
		written,
		likely.map((name) => bare(name, word)),
	);
	return likely.find((name) => bare(name, word) === near) ?? null;
}

/** What a name is held against: without its host, where none was written. */
function bare(name: string, word: string): string {
	return word.includes(",") ? name : (name.split(", ")[0] ?? name);
}
