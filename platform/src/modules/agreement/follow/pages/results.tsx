import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Chart } from "../../../../ui/Chart.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import type { ChartPoint } from "../../../../ui/chart-data.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { type Aspect, aspects } from "../../codes.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { agreementText } from "../../text.ts";
import { AskedParties } from "../../yearly/pages/AskedParties.tsx";
import { readYearly } from "../../yearly/service.server.ts";
import type { Result } from "../contract.ts";
import { makeResultLink, readResults } from "../results.server.ts";
import { resultsText } from "../results.text.ts";
import type { Route } from "./+types/results";
import "./follow.css";

/** What each party says the agreement has led to, side by side over the years. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { opened, results, years } = (await readResults(work, params.agreementId)) ?? missing();
		const { agreement, parties, organisationId } = opened;
		return {
			...{ agreementId: agreement.id, title: agreement.title, isSigned: agreement.state === "signed", results },
			...{ year: years[0] ?? null, isParty: parties.some((party) => party.organisationId === organisationId) },
			parties: parties.map((party) => ({ id: party.organisationId, name: party.name })),
			...{ organisationId, yearly: agreement.state === "signed" ? await readYearly(work, opened) : null },
		};
	});
}

const asking = z.object({ partyId: id });

/** Makes a link for a party that has no account. The link is in this answer only, so there is no redirect. */
export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, commanding } = representing(context, request);
	const parsed = parseForm(asking, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, link: null, mailedTo: null }, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) =>
		makeResultLink(work, params.agreementId, parsed.values.partyId, { mails }),
	);
	if (outcome.refused) return data({ refusals: outcome.refused, link: null, mailedTo: null }, 422);
	const { path, mailedTo } = outcome.done;
	return data({ refusals: [], link: new URL(path, house.configuration.url).href, mailedTo }, 201);
}

type Party = { readonly id: string; readonly name: string };

export default function Results({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = resultsText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const { agreementId, title, isSigned, isParty, year, results, parties, organisationId, yearly } = loaderData;
	const others = parties.filter((party) => party.id !== organisationId);
	const answer = `/agreements/${agreementId}/results/answer`;
	const canAnswer = isSigned && isParty && year !== null;
	const years = [...new Set(results.map((one) => one.year))].sort((a, b) => a - b);
	return (
		<>
			<title>{houseText[language].pageTitle(`${text.title}: ${title}`)}</title>
			{actionData && actionData.refusals.length > 0 && (
				<Alert tone="danger">{actionData.refusals.map(saying(language, refusalWords.refusals)).join(" ")}</Alert>
			)}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={text.linkMade}>
						<p>{text.linkOnce}</p>
						{actionData.mailedTo && <p>{text.mailed(actionData.mailedTo)}</p>}
						<CopyButton value={actionData.link} label={text.copy} />
					</Alert>
				</div>
			)}
			<Section
				title={text.title}
				lead={text.lead}
				actions={
					canAnswer && (
						<Link className="ds-button" to={answer}>
							{text.answer(String(year))}
						</Link>
					)
				}
			>
				{!isSigned && <Alert tone="info">{text.notYet}</Alert>}
				{isSigned && results.length === 0 && <EmptyState title={text.noneTitle}>{text.noneBody}</EmptyState>}
				{results.length > 0 && (
					<div className="result-charts">
						{aspects.map((aspect) => (
							<Chart
								key={aspect}
								kind={years.length > 1 ? "line" : "dot"}
								title={words.aspects[aspect]}
								source={text.source(
									formatNumber(language, results.filter((one) => one.year === years.at(-1)).length),
									formatNumber(language, parties.length),
								)}
								categoryLabel={text.yearColumn}
								lowest={1}
								highest={5}
								categories={years.map(String)}
								series={parties.map((party) => ({
									label: party.name,
									points: years.map((one) => pointOf(results, party, one, aspect, text)),
								}))}
							/>
						))}
					</div>
				)}
			</Section>
			{results.some(({ comment }) => comment !== "") && (
				<Section title={text.comments}>
					<ul className="result-comments">
						{results
							.filter(({ comment }) => comment !== "")
							.toReversed()
							.map((one) => (
								<li key={`${one.year} ${one.partyId}`}>
									<p className="ds-paragraph">{one.comment}</p>
									<p className="ds-paragraph quiet">
										{`${one.year}. ${text.by(nameOf(parties, one), formatDate(language, one.answeredAt))}`}
									</p>
								</li>
							))}
					</ul>
				</Section>
			)}
			{yearly && (
				<AskedParties
					yearly={yearly}
					nameOf={new Map(parties.map((party) => [party.id, party.name]))}
					changeAt={`/agreements/${agreementId}/results/asking`}
				/>
			)}
			{canAnswer && others.length > 0 && (
				<Section title={text.ask} lead={text.askLead}>
					{others.map((party) => (
						<Form method="post" key={party.id}>
							<input type="hidden" name="partyId" value={party.id} />
							<button type="submit" className="ds-button" data-variant="secondary" data-size="sm">
								{text.askDo(party.name)}
							</button>
						</Form>
					))}
				</Section>
			)}
		</>
	);
}

function nameOf(parties: readonly Party[], { partyId, answeredBy }: Result): string {
	const party = parties.find(({ id: one }) => one === partyId)?.name ?? "";
	return answeredBy === null ? party : `${answeredBy}, ${party}`;
}

/** What a party answered; not having answered and not knowing are each shown as what they are, never as a number. */
function pointOf(
	results: readonly Result[],
	party: Party,
	year: number,
	aspect: Aspect,
	text: { readonly notAnswered: string; readonly unknown: string },
): ChartPoint {
	const answer = results.find((one) => one.partyId === party.id && one.year === year)?.answers[aspect];
	if (answer === undefined) return { value: null, mark: text.notAnswered };
	return answer === "unknown" ? { value: null, mark: text.unknown } : { value: Number(answer) };
}
