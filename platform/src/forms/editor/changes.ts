import type { FormContent, FormPart, Words } from "../definition.ts";
import { everyPart, innerOf } from "./edit.ts";

/** What may differ between two versions of one part. */
export const changedThings = [
	"label",
	"help",
	"kind",
	"required",
	"limits",
	"choices",
	"rules",
	"visible",
	"place",
] as const;
export type ChangedThing = (typeof changedThings)[number];

export type FormChange =
	| { readonly what: "added" | "removed"; readonly id: string; readonly label: Words }
	| {
			readonly what: "changed";
			readonly id: string;
			readonly label: Words;
			readonly things: readonly ChangedThing[];
	  };

/** What is other in one version than in an earlier, part by part, in the order of the later; what is gone comes last. */
export function changesBetween(before: FormContent, after: FormContent): readonly FormChange[] {
	const old = new Map(everyPart(before.parts).map((standing) => [standing.part.id, standing]));
	const now = everyPart(after.parts);
	const kept = new Set(now.map(({ part }) => part.id));
	const places = [placesOf(before.parts, kept), placesOf(after.parts, new Set(old.keys()))] as const;
	const found = now.flatMap(({ part }): FormChange[] => {
		const { id, label } = part;
		const was = old.get(id)?.part;
		if (!was) return [{ what: "added", id, label }];
		const things = differences(was, part);
		if (places[0].get(id) !== places[1].get(id)) things.push("place");
		return things.length > 0 ? [{ what: "changed", id, label, things }] : [];
	});
	const gone = [...old.values()].flatMap(({ part: { id, label } }): FormChange[] =>
		kept.has(id) ? [] : [{ what: "removed", id, label }],
	);
	return [...found, ...gone];
}

/** What stands right before each part, and around it, of those that are in both. */
function placesOf(parts: readonly FormPart[], both: ReadonlySet<string>): ReadonlyMap<string, string> {
	const places = new Map<string, string>();
	const enter = (some: readonly FormPart[], around: string) => {
		let last = "";
		for (const part of some) {
			if (both.has(part.id)) {
				places.set(part.id, `${around}/${last}`);
				last = part.id;
			}
			enter(innerOf(part), part.id);
		}
	};
	enter(parts, "");
	return places;
}

const named: Readonly<Record<string, ChangedThing>> = {
	...{ label: "label", each: "label", help: "help", kind: "kind", required: "required", choices: "choices" },
	...{ rules: "rules", visible: "visible" },
};
const notCompared = new Set(["id", "parts", "columns"]);

function differences(was: FormPart, is: FormPart): ChangedThing[] {
	const [old, now] = [new Map<string, unknown>(Object.entries(was)), new Map<string, unknown>(Object.entries(is))];
	const found = new Set<ChangedThing>();
	for (const key of new Set([...old.keys(), ...now.keys()]))
		if (!notCompared.has(key) && !isSame(old.get(key), now.get(key))) found.add(named[key] ?? "limits");
	return changedThings.filter((thing) => found.has(thing));
}

/** The same whatever the order of names: the database keeps its own. */
function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== undefined)
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)]),
	);
}
