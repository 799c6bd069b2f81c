import { data, type RouterContextProvider } from "react-router";
import { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import { parseForm } from "../../../forms/parse.ts";
import type { Outcome } from "../../../outcome.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { versionOnly } from "../contract.ts";
import type { Can } from "../rules.ts";
import { dealText } from "./deal.text.ts";
import { openedFor } from "./opened.server.ts";

type Asked = {
	readonly context: Readonly<RouterContextProvider>;
	readonly request: Request;
	readonly params: { readonly agreementId: string };
};

/** What a step that is taken with a reason sends. */
export const deedWithReason = versionOnly.extend({ reason: z.string().trim().min(1).max(1000) });

/** The agreement a step is about, where the asker may take it now. */
export async function readDeed({ context, request, params }: Asked, deed: keyof Can) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement } = await openedFor(work, params.agreementId, deed);
		return { id: agreement.id, title: agreement.title, version: agreement.version };
	});
}

/** Takes the step as it was sent, and leads back to the agreement saying so. */
export async function takeDeed<Schema extends z.ZodObject>(
	{ context, request, params }: Asked,
	schema: Schema,
	said: "ended" | "reopened" | "withdrawn",
	verb: (work: Work, agreementId: string, given: z.output<Schema>) => Promise<Outcome<unknown>>,
) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(schema, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => verb(work, params.agreementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}`, dealText[language][said]);
}
