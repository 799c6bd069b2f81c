import { data } from "react-router";
import { z } from "zod";
import type { Work } from "../database/work.server.ts";
import type { Outcome, Refusal } from "../outcome.ts";
import type { Given } from "../ui/form-context.ts";
import { missing, redirectWithToast, type Visit } from "../visit.server.ts";
import { parseForm } from "./parse.ts";

/** Which of the two forms of the page was sent. */
type Deed = "change" | "remove";

/** Where it leads, and what is said there once. */
type Then = { readonly to: string; readonly toast: string };

const deed = z.object({ do: z.enum(["change", "remove"]), version: z.int() });

/**
 * The action of a page where something is changed or taken away, in the version that was looked at: 303 when it was done,
 * 422 with the refusals and what was typed to the form that was sent, 404 where it is no longer there. `ChangeOrRemove` of
 * the `ui` folder is its screen.
 */
export async function changeOrRemove<Schema extends z.ZodObject>(
	{ commanding }: Pick<Visit, "commanding">,
	request: Request,
	given: {
		/** What the change says; it names the version too. */
		readonly schema: Schema;
		change(work: Work, values: z.output<Schema>): Promise<Outcome<unknown>>;
		remove(work: Work, version: number): Promise<Outcome<unknown>>;
		changed(values: z.output<Schema>): Then;
		readonly removed: Then;
	},
) {
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return refusedAs("change", asked.refusals, asked.given);
	if (asked.values.do === "remove") {
		const { refused } = await commanding((work) => given.remove(work, asked.values.version));
		if (refused) return refusedAs("remove", refused, {});
		return redirectWithToast(given.removed.to, given.removed.toast);
	}
	const parsed = parseForm(given.schema, form);
	if (parsed.refusals) return refusedAs("change", parsed.refusals, parsed.given);
	const { refused } = await commanding((work) => given.change(work, parsed.values));
	if (refused) return refusedAs("change", refused, parsed.given);
	const then = given.changed(parsed.values);
	return redirectWithToast(then.to, then.toast);
}

function refusedAs(sent: Deed, refusals: readonly Refusal[], given: Given) {
	if (refusals[0]?.code === "missing") missing();
	return data({ deed: sent, refusals, given }, 422);
}
