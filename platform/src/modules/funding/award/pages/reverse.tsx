import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { mayReverse, openAward, readLedgerPage, reverseEntry } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { amountsOf } from "../ledger.ts";
import type { Route } from "./+types/reverse";
import { ledgerText } from "./ledger.text.ts";

/** Reverses an entry that was wrong, with why. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAward(work, params.awardId)).done ?? missing();
		const { entries } = await readLedgerPage(work, opened);
		const entry = entries.find(({ id }) => id === params.entryId) ?? missing();
		if (!mayReverse(opened, entry)) missing();
		const { kind, onDay, text } = entry;
		return { id: opened.award.id, kind, onDay, text, ...amountsOf(entry) };
	});
}

const facts = z.object({ because: z.string().trim().min(1).max(500) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { awardId, entryId } = params;
	const parsed = parseForm(facts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { because } = parsed.values;
	const outcome = await commanding((work) => reverseEntry(work, awardId, { entryId, because }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/awards/${awardId}/ledger`, ledgerText[language].reversedNow);
}

export default function Reverse({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = ledgerText[language];
	const { id, kind, onDay, text: about, amount, own } = loaderData;
	return (
		<Section title={text.reverseTitle} lead={text.entriesLead}>
			<title>{houseText[language].pageTitle(text.reverseTitle)}</title>
			<Facts
				facts={[
					{ label: text.columns.kind, value: [text.kinds[kind], about].filter(Boolean).join(": ") },
					{ label: text.columns.day, value: formatShortDate(language, onDay) },
					{ label: text.columns.amount, value: kronerOf(language, amount) },
					...(own === 0 ? [] : [{ label: text.columns.own, value: kronerOf(language, own) }]),
				]}
			/>
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, fundingText[language].refusals)}>
				<Field name="because" required maxLength={500} width="full" autoComplete="off" />
				<div className="task-buttons">
					<SubmitButton>{text.reverse}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/awards/${id}/ledger`}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</Section>
	);
}
