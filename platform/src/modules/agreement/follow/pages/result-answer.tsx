import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { agreementText } from "../../text.ts";
import { answerResult, readResults } from "../results.server.ts";
import { resultsText } from "../results.text.ts";
import { followText } from "../text.ts";
import type { Route } from "./+types/result-answer";
import { ResultForm } from "./ResultForm.tsx";
import { readResultForm } from "./result-form.server.ts";

/** What the organisation says the agreement has led to. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		const { opened, results, years } = (await readResults(work, params.agreementId)) ?? missing();
		const { agreement, parties, organisationId } = opened;
		const isParty = parties.some((party) => party.organisationId === organisationId);
		if (agreement.state !== "signed" || !isParty || years.length === 0) missing();
		const year = years.find((one) => String(one) === url.searchParams.get("year")) ?? years[0];
		const own = results.find((one) => one.partyId === organisationId && one.year === year);
		return {
			...{ agreementId: agreement.id, title: agreement.title, years, year: String(year) },
			values: { year: String(year), comment: own?.comment ?? "", ...own?.answers },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const sent = readResultForm(await request.formData());
	if (sent.refusals) return data({ refusals: sent.refusals, given: sent.given }, 422);
	const outcome = await commanding((work) => answerResult(work, params.agreementId, sent.year, sent.answer));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: sent.given }, 422);
	}
	return redirectWithToast(`/agreements/${params.agreementId}/results`, resultsText[language].saved);
}

export default function ResultAnswerPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = resultsText[language];
	const { agreementId, title, years, year, values } = loaderData;
	const back = `/agreements/${agreementId}/results`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answerTitle(year))}</title>
			<PageHeader
				title={text.answerTitle(year)}
				lead={`${text.answerLead} ${text.scale}`}
				trail={[
					{ to: "/agreements", label: agreementText[language].title },
					{ to: back, label: title },
				]}
			/>
			<ResultForm key={year} years={years} values={values} refused={actionData}>
				<Link className="ds-button" data-variant="tertiary" to={back}>
					{followText[language].cancel}
				</Link>
			</ResultForm>
		</div>
	);
}
