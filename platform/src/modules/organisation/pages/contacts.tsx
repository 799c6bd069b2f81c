import { Form, Link } from "react-router";
import type { Work } from "../../../database/work.server.ts";
import { formatNumber } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Details } from "../../../ui/Details.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Table } from "../../../ui/Table.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { signedIn } from "../../../visit.server.ts";
import { professions, type Responsibility, responsibilities } from "../codes.ts";
import { contactText } from "../contact/text.ts";
import {
	type AnsweredOrganisation,
	findPlaces,
	listOrganisations,
	type Place,
	readVocabulary,
	whoAnswers,
	whoAnswersWhere,
} from "../service.server.ts";
import { organisationText } from "../text.ts";
import type { Route } from "./+types/contacts";
import { EmailLink, PhoneLink } from "./AddressLinks.tsx";
import { AnswerCard, ContactWarnings } from "./AnswerCard.tsx";
import { type Asked, askedTable, countryQuery, readQuestion } from "./asked.ts";
import { contactsText } from "./contacts.text.ts";

/** What most people come to ask about. */
const common: readonly Responsibility[] = [
	"placements",
	"agreements",
	"gp-placements",
	"further-education",
	"research",
];
/** Places answered for at once. */
const mostPlaces = 12;

export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = signedIn(context, request);
	const state = tableState(url, askedTable);
	const asked = readQuestion(url);
	const { responsibility } = asked;
	const shared = { asked, state };
	if (responsibility === null) return { ...shared, view: "ask" as const };
	const question = { ...asked, responsibility };
	if (state.search !== "")
		return reading(async (work) => {
			const places = await findPlaces(work, state.search, mostPlaces);
			return { ...shared, view: "places" as const, answers: await answerAt(work, places, question) };
		});
	return reading(async (work) => {
		const { rows, total } = await whoAnswersWhere(work, question, countryQuery(state));
		const answered = rows.filter((row) => row.answer.by !== null);
		const ordered = [...answered, ...rows.filter((row) => row.answer.by === null)];
		const { kinds } = await readVocabulary(work);
		const counties = await listOrganisations(work, { kind: "county" });
		return {
			...{ ...shared, view: "country" as const, total, answered: answered.length },
			rows: ordered.slice(state.offset, state.offset + state.pageSize),
			kinds: kinds
				.filter((kind) => kind.code !== "operator")
				.map((kind) => ({ value: kind.code, label: kind.plural[language] })),
			counties: counties.rows.map((county) => ({ value: county.number ?? "", label: county.name })),
		};
	});
}

async function answerAt(
	work: Work,
	places: readonly Place[],
	asked: { readonly responsibility: Responsibility; readonly profession: string | null },
) {
	const { responsibility } = asked;
	const profession = professions.find((one) => one === asked.profession) ?? null;
	const answers = [];
	for (const place of places) {
		const question = { organisationId: place.organisationId, unitId: place.unit?.id ?? null };
		answers.push({ place, answer: await whoAnswers(work, { ...question, responsibility, profession }) });
	}
	return answers;
}

export default function Contacts({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactsText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} />
			<Ask asked={loaderData.asked} where={loaderData.state.search} />
			{loaderData.view === "ask" && <Common />}
			{loaderData.view === "places" && <Places answers={loaderData.answers} />}
			{loaderData.view === "country" && <Country loaderData={loaderData} />}
		</div>
	);
}

type Data = Route.ComponentProps["loaderData"];

/** The question itself; the address is the question, so it can be sent to a colleague. */
function Ask({ asked, where }: { asked: Asked; where: string }) {
	const language = useLanguage();
	const text = contactsText[language];
	const words = organisationText[language];
	return (
		<Form method="get" className="list-tools">
			<Field
				name="responsibility"
				kind="select"
				label={text.responsibility}
				required
				value={asked.responsibility ?? ""}
				choices={responsibilities.map((one) => ({ value: one, label: words.responsibilities[one] }))}
			/>
			<Field
				name="profession"
				kind="select"
				label={text.profession}
				value={asked.profession ?? ""}
				none={words.allProfessions}
				choices={professions.map((one) => ({ value: one, label: words.professions[one] }))}
			/>
			<Field name="q" kind="search" label={text.where} value={where} />
			<button type="submit" className="ds-button">
				{text.find}
			</button>
		</Form>
	);
}

function Common() {
	const language = useLanguage();
	const text = contactsText[language];
	return (
		<Section title={text.common}>
			<ul className="ds-list">
				{common.map((one) => (
					<li key={one}>
						<Link className="ds-link" to={`/contacts?responsibility=${one}`}>
							{organisationText[language].responsibilities[one]}
						</Link>
					</li>
				))}
			</ul>
		</Section>
	);
}

function Places({ answers }: { answers: Answers }) {
	const language = useLanguage();
	const text = contactsText[language];
	if (answers.length === 0) return <EmptyState title={text.noPlaceTitle}>{text.noPlaceBody}</EmptyState>;
	const exact = answers.filter(({ place }) => place.exact);
	const like = answers.filter(({ place }) => !place.exact);
	const count = formatNumber(language, answers.length);
	if (exact.length === 0)
		return (
			<Section
				title={text.answers}
				lead={answers.length === mostPlaces ? text.first(count) : answers.length > 1 ? text.several(count) : undefined}
			>
				<Cards answers={like} />
			</Section>
		);
	return (
		<Section title={text.answers}>
			<Cards answers={exact} />
			{like.length > 0 && (
				<Details summary={`${text.like} (${formatNumber(language, like.length)})`}>
					<div className="stack" data-gap="small">
						<Cards answers={like} />
					</div>
				</Details>
			)}
		</Section>
	);
}

type Answers = Extract<Data, { view: "places" }>["answers"];

function Cards({ answers }: { answers: Answers }) {
	return answers.map(({ place, answer }) => (
		<AnswerCard key={place.unit?.id ?? place.organisationId} place={place} answer={answer} />
	));
}

function Country({ loaderData }: { loaderData: Extract<Data, { view: "country" }> }) {
	const language = useLanguage();
	const text = contactsText[language];
	const { steps } = contactText[language];
	const { rows, total, state, kinds, counties } = loaderData;
	return (
		<Section
			title={text.allTitle}
			lead={text.answered(formatNumber(language, loaderData.answered), formatNumber(language, total))}
		>
			<Table<AnsweredOrganisation>
				caption={text.answers}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.organisation.id}
				rowHref={(row) => `/organisations/${row.organisation.id}/contacts`}
				filters={[
					{ name: "kind", label: text.kind, choices: kinds },
					{ name: "county", label: text.county, choices: counties },
				]}
				excel="/contacts.xlsx"
				columns={[
					{ key: "name", label: text.organisation, cell: (row) => row.organisation.name, sort: true },
					{ key: "county", label: text.county, cell: (row) => row.organisation.countyName ?? "", sort: true },
					{ key: "who", label: text.who, cell: (row) => <Who row={row} /> },
					{ key: "email", label: text.email, cell: ({ answer }) => answer.email && <EmailLink email={answer.email} /> },
					{ key: "phone", label: text.phone, cell: ({ answer }) => answer.phone && <PhoneLink phone={answer.phone} /> },
					{
						key: "step",
						label: text.status,
						cell: ({ answer }) => (
							<>
								{answer.by !== null && steps[answer.step]}
								<ContactWarnings contact={answer.contact} />
							</>
						),
					},
				]}
			/>
		</Section>
	);
}

function Who({ row: { answer } }: { row: AnsweredOrganisation }) {
	const language = useLanguage();
	if (answer.by === null) return <span className="quiet">{contactText[language].steps.nobody}</span>;
	return answer.name;
}
