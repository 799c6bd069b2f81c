import { Form } from "react-router";
import type { Work } from "../../../database/work.server.ts";
import { formatDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { tableState } from "../../../ui/table-state.ts";
import { signedIn } from "../../../visit.server.ts";
import { type Profession, professions, type Responsibility, responsibilities } from "../codes.ts";
import { groupAnswers, type PlaceAnswer } from "../contact/group.ts";
import { mayImport } from "../import/rules.ts";
import { findPlaces, listCounties, mandateOf, type Place, whoAnswers, whoAnswersWhere } from "../service.server.ts";
import { organisationText } from "../text.ts";
import { readKinds } from "../vocabulary.server.ts";
import type { Route } from "./+types/contacts";
import { type Asked, askedTable, countryQuery, readQuestion } from "./asked.ts";
import { CountryAnswers, lineOf } from "./CountryAnswers.tsx";
import { contactsText } from "./contacts.text.ts";
import { PlaceAnswers } from "./PlaceAnswers.tsx";

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
	const { responsibility, asOf } = asked;
	const sharedBy = async (work: Work) => ({
		...{ asked, state },
		// Today asked for by its date is today.
		asOf: asOf === work.today ? null : asOf,
		can: { import: mayImport(await mandateOf(work), "contacts") },
	});
	if (responsibility === null) return reading(async (work) => ({ ...(await sharedBy(work)), view: "ask" as const }));
	const question = { responsibility, profession: asked.profession };
	if (state.search !== "")
		return reading(async (work) => {
			const day = asOf ?? work.today;
			const places = await findPlaces(work, state.search, mostPlaces, day);
			const answers = await answerAt(work, places, { ...question, asOf: day });
			return { ...(await sharedBy(work)), view: "places" as const, answers };
		});
	return reading(async (work) => {
		const { offset, pageSize } = state;
		const [shared, found, kinds, counties] = await Promise.all([
			sharedBy(work),
			whoAnswersWhere(work, question, { ...countryQuery(state, asked), offset, pageSize }),
			readKinds(work),
			listCounties(work, asOf ?? work.today),
		]);
		return {
			...{ ...shared, ...found, rows: found.rows.map(lineOf), view: "country" as const },
			kinds: kinds
				.filter((kind) => kind.code !== "operator")
				.map((kind) => ({ value: kind.code, label: kind.plural[language] })),
			counties: counties.map((county) => ({ value: county.number, label: county.name })),
		};
	});
}

async function answerAt(
	work: Work,
	places: readonly Place[],
	asked: { readonly responsibility: Responsibility; readonly profession: Profession | null; readonly asOf: string },
) {
	const answers: PlaceAnswer[] = [];
	for (const place of places) {
		const question = { organisationId: place.organisationId, unitId: place.unit?.id ?? null };
		answers.push({ place, answer: await whoAnswers(work, { ...question, ...asked }) });
	}
	return groupAnswers(answers);
}

export default function Contacts({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = contactsText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={loaderData.asOf === null ? text.lead : <Then day={loaderData.asOf} asked={loaderData.asked} />}
				{...(loaderData.can.import
					? {
							secondary: (
								<Link className="ds-button" data-variant="secondary" to="/import/contacts">
									{text.importOwn}
								</Link>
							),
						}
					: {})}
			/>
			<Ask asked={loaderData.asked} where={loaderData.state.search} />
			{loaderData.view === "ask" && <Common />}
			{loaderData.view === "places" && <PlaceAnswers answers={loaderData.answers} most={mostPlaces} />}
			{loaderData.view === "country" && <CountryAnswers {...loaderData} />}
		</div>
	);
}

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
			<Field name="asOf" kind="date" label={text.asOf} value={asked.asOf ?? ""} />
			<button type="submit" className="ds-button">
				{text.find}
			</button>
		</Form>
	);
}

/** That the answers are another day's, and the way back to today's. */
function Then({ day, asked }: { day: string; asked: Asked }) {
	const language = useLanguage();
	const text = contactsText[language];
	const to = asked.responsibility === null ? "/contacts" : `/contacts?responsibility=${asked.responsibility}`;
	return (
		<>
			{text.leadAsOf(formatDate(language, day))}{" "}
			<Link className="ds-link" to={to}>
				{text.showNow}
			</Link>
		</>
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
