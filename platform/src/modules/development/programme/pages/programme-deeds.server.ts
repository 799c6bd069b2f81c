import { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { parseForm } from "../../../../forms/parse.ts";
import type { Outcome, Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { id } from "../../../organisation/contract.ts";
import { versioned } from "../../project/contract.ts";
import { addBatch, addExpectation, addLesson, openToAll, removePart, setUnderWay } from "../../service.server.ts";
import { batchFacts, expectationFacts, lessonFacts } from "../contract.ts";
import type { programmePageText } from "./programme.text.ts";

const deeds = ["open", "start", "expectation", "batch", "lesson", "remove"] as const;
const deed = z.object({ do: z.enum(deeds) });
const removing = z.object({ part: z.enum(["goal", "expectation", "batch", "lesson"]), partId: id });

export type ProgrammeDeed = (typeof deeds)[number];
type Said = keyof Pick<
	(typeof programmePageText)["nb"],
	"opened" | "started" | "expectationAdded" | "batchAdded" | "lessonAdded" | "partRemoved"
>;
type Asked =
	| { readonly deed: ProgrammeDeed; readonly refusals: readonly Refusal[]; readonly given: Given }
	| {
			readonly deed: ProgrammeDeed;
			readonly refusals?: never;
			readonly given: Given;
			/** What is said when it is done. */
			readonly said: Said;
			readonly command: (work: Work) => Promise<Outcome<undefined>>;
	  };

/** What a form of the programme's page asks for. */
export function askedOf(programmeId: string, form: FormData): Asked {
	const asked = parseForm(deed, form);
	if (asked.refusals) return { ...asked, deed: "open" };
	const what = asked.values.do;
	if (what === "expectation") {
		const parsed = parseForm(expectationFacts, form);
		if (parsed.refusals) return { ...parsed, deed: what };
		const command = (work: Work) => addExpectation(work, programmeId, parsed.values);
		return { deed: what, given: parsed.given, said: "expectationAdded", command };
	}
	if (what === "batch") {
		const parsed = parseForm(batchFacts, form);
		if (parsed.refusals) return { ...parsed, deed: what };
		const command = (work: Work) => addBatch(work, programmeId, parsed.values);
		return { deed: what, given: parsed.given, said: "batchAdded", command };
	}
	if (what === "lesson") {
		const parsed = parseForm(lessonFacts, form);
		if (parsed.refusals) return { ...parsed, deed: what };
		const command = (work: Work) => addLesson(work, programmeId, parsed.values);
		return { deed: what, given: parsed.given, said: "lessonAdded", command };
	}
	if (what === "remove") {
		const parsed = parseForm(removing, form);
		if (parsed.refusals) return { ...parsed, deed: what };
		const { part, partId } = parsed.values;
		const command = (work: Work) => removePart(work, programmeId, part, partId);
		return { deed: what, given: parsed.given, said: "partRemoved", command };
	}
	const parsed = parseForm(versioned, form);
	if (parsed.refusals) return { ...parsed, deed: what };
	const { version } = parsed.values;
	const command = (work: Work) =>
		what === "open" ? openToAll(work, programmeId, version) : setUnderWay(work, programmeId, version);
	return { deed: what, given: parsed.given, said: what === "open" ? "opened" : "started", command };
}
