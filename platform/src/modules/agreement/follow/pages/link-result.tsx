import { data } from "react-router";
import { dayOf } from "../../../../day.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerResultByLink, openResultLink, resultPurpose } from "../results.server.ts";
import { resultsText } from "../results.text.ts";
import { resultYears } from "../rules.ts";
import type { Route } from "./+types/link-result";
import { ResultForm } from "./ResultForm.tsx";
import { readResultForm } from "./result-form.server.ts";

/** What an agreement has led to, for a party without an account: no sign-in, one link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { link, reading } = await linkVisit(context, params.token, resultPurpose);
	const opened = await reading(openResultLink);
	const { whole, party, own, years } = opened.done ?? missing();
	const asked = resultYears(whole.agreement, dayOf(link.createdAt))[0];
	const year = years.find((one) => one === asked) ?? years[0];
	const before = own.find((one) => one.year === year);
	return {
		...{ title: whole.agreement.title, party: party.name, years, year: String(year), answered: before !== undefined },
		parties: whole.parties.map(({ name }) => name),
		values: { year: String(year), comment: before?.comment ?? "", ...before?.answers },
	};
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { link, visit, commanding } = await linkVisit(context, params.token, resultPurpose);
	const sent = readResultForm(await request.formData());
	if (sent.refusals) return data({ refusals: sent.refusals, given: sent.given }, 422);
	const byName = link.recipientName ?? link.recipientEmail;
	const outcome = await commanding((work) => answerResultByLink(work, sent.year, sent.answer, byName));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: sent.given }, 422);
	}
	const text = resultsText[visit.language];
	return redirectWithToast(`/link/${encodeURIComponent(params.token)}/result`, text.saved);
}

export default function LinkResult({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = resultsText[language];
	const { title, party, parties, years, year, answered, values } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answerTitle(year))}</title>
			<PageHeader title={text.answerTitle(year)} lead={`${text.answerLead} ${text.scale}`} />
			{answered && <Alert tone="success">{text.thanks}</Alert>}
			<Facts
				facts={[
					{ label: text.agreement, value: title },
					{ label: text.parties, value: parties.join(", ") },
					{ label: text.answersFor, value: party },
				]}
			/>
			<ResultForm years={years} values={values} refused={actionData} />
		</div>
	);
}
