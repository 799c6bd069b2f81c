import { useRouteLoaderData } from "react-router";
import { travelBetween, travelEstimate } from "../../../geography/distance.ts";
import { formatDate, formatNumber } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Details } from "../../../ui/Details.tsx";
import { type Fact, Facts } from "../../../ui/Facts.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { signedIn } from "../../../visit.server.ts";
import type { AffiliationKind } from "../codes.ts";
import type { Affiliation, Organisation, SourcedFact } from "../directory/contract.ts";
import { readIdentity } from "../service.server.ts";
import { organisationText as roomText } from "../text.ts";
import type { Route } from "./+types/organisation-about";
import { organisationText } from "./organisation.text.ts";

/** What an organisation is: name and number, where it is, what it belongs to, public figures with their source. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = signedIn(context, request);
	return reading(async (work) => {
		const there = await readIdentity(work, params.organisationId);
		const isOther = actor.organisationId !== null && actor.organisationId !== params.organisationId;
		const here = isOther ? await readIdentity(work, actor.organisationId) : null;
		const [from, to] = [placeOf(here), placeOf(there)];
		return { travel: from && to ? travelBetween({ at: from }, { at: to }) : null };
	});
}

function placeOf(identity: { latitude: number | null; longitude: number | null } | null | undefined) {
	return identity?.latitude != null && identity.longitude != null
		? { latitude: identity.latitude, longitude: identity.longitude }
		: null;
}

export default function OrganisationAbout({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = organisationText[language];
	const frame = useRouteLoaderData<typeof import("./organisation.tsx").loader>(
		"modules/organisation/pages/organisation",
	);
	if (!frame) return null;
	const { organisation } = frame;
	const { identity } = organisation;
	const words = roomText[language];
	// What this one was related to then, is looked at as it was then too.
	const on = frame.isToday ? null : organisation.asOf;
	if (!identity)
		return (
			<Alert tone="warning" title={text.existedNot(formatDate(language, organisation.asOf))}>
				<Heirs organisation={organisation} />
				<Link className="ds-link" to={`/organisations/${organisation.id}/history`}>
					{text.history}
				</Link>
			</Alert>
		);
	const source = text.registered(identity.source, formatDate(language, identity.sourceDate));
	return (
		<div className="stack">
			<Facts
				facts={[
					{ label: text.number, value: identity.number, source },
					...(identity.shortName ? [{ label: text.shortName, value: identity.shortName }] : []),
					...(identity.otherNames.length > 0
						? [{ label: text.otherNames, value: identity.otherNames.join(", ") }]
						: []),
					...(organisation.county
						? [
								{
									label: text.county,
									value: <OrganisationLink id={organisation.county.id} name={organisation.county.name} on={on} />,
								},
							]
						: []),
					{ label: text.seat, value: identity.place },
					{ label: text.website, value: identity.website && <Website address={identity.website} /> },
					...travelFact(loaderData.travel, language),
				]}
			/>
			{(organisation.kind === "municipality" || organisation.facts.length > 0) && (
				<Section title={text.facts}>
					{organisation.facts.length > 0 ? (
						<Facts facts={inOrder(organisation.facts, language).map((fact) => publicFact(fact, language))} />
					) : (
						<p className="ds-paragraph quiet">{text.factsMissing}</p>
					)}
				</Section>
			)}
			<Affiliations title={text.belongsTo} words={words.affiliations} affiliations={organisation.belongsTo} on={on} />
			<Affiliations title={text.has} words={words.affiliationsOf} affiliations={organisation.has} on={on} />
		</div>
	);
}

/** Where to go on from an organisation that has ended. */
function Heirs({ organisation: { successors, identities, asOf } }: { organisation: Organisation }) {
	const text = organisationText[useLanguage()];
	if (successors.length === 0) {
		const lastDay = identities[0]?.validTo;
		return lastDay != null && lastDay < asOf && <p>{text.endedNobody}</p>;
	}
	return (
		<>
			<p>{text.becameThese}</p>
			<ul className="ds-list">
				{successors.map((one) => (
					<li key={one.organisation.id}>
						<OrganisationLink id={one.organisation.id} name={one.organisation.name} on={null} />
					</li>
				))}
			</ul>
		</>
	);
}

type Travel = Route.ComponentProps["loaderData"]["travel"];

function travelFact(travel: Travel, language: "nb" | "nn" | "en"): Fact[] {
	if (!travel) return [];
	const text = organisationText[language];
	return [
		{
			label: text.distance,
			value: text.travel(formatNumber(language, travel.minutes), formatNumber(language, Math.round(travel.kilometres))),
			source: text.travelEstimate(formatNumber(language, Math.round(travelEstimate.meanAbsoluteError))),
		},
	];
}

/** The order of their names in the text; facts without a name stand last. */
function inOrder(facts: readonly SourcedFact[], language: "nb" | "nn" | "en"): SourcedFact[] {
	const order = Object.keys(organisationText[language].factNames);
	const place = (fact: SourcedFact) => (order.includes(fact.name) ? order.indexOf(fact.name) : order.length);
	return facts.toSorted((a, b) => place(a) - place(b));
}

function publicFact(fact: SourcedFact, language: "nb" | "nn" | "en"): Fact {
	const names: Readonly<Record<string, string>> = organisationText[language].factNames;
	const { source } = fact;
	return {
		label: `${names[fact.name] ?? fact.name} (${fact.year})`,
		value: formatNumber(language, fact.value),
		source: (
			<>
				{source.link ? (
					<a className="ds-link" href={source.link}>
						{source.title}
					</a>
				) : (
					source.title
				)}
				, {source.licence}, {formatDate(language, source.date)}
			</>
		),
	};
}

type AffiliationsProps = {
	readonly title: string;
	/** What each kind is called, seen from this side. */
	readonly words: Readonly<Record<AffiliationKind, string>>;
	readonly affiliations: readonly Affiliation[];
	readonly on: string | null;
};

/** A longer list than this stands folded, with its number. */
const shown = 12;

/** Each kind of affiliation by itself, so that three hundred members do not hide the two hosts. */
function Affiliations({ title, words, affiliations, on }: AffiliationsProps) {
	const language = useLanguage();
	const text = organisationText[language];
	if (affiliations.length === 0) return null;
	const kinds = [...new Set(affiliations.map((affiliation) => affiliation.kind))];
	return (
		<Section title={title}>
			{kinds.map((kind) => {
				const own = affiliations.filter((affiliation) => affiliation.kind === kind);
				const list = own.map(({ organisation }) => (
					<li key={organisation.id}>
						<OrganisationLink id={organisation.id} name={organisation.name} on={on} />
					</li>
				));
				return own.length > shown ? (
					<Details key={kind} summary={text.counted(words[kind], formatNumber(language, own.length))}>
						<ul className="ds-list">{list}</ul>
					</Details>
				) : (
					<div key={kind}>
						<h3 className="ds-heading" data-size="2xs">
							{words[kind]}
						</h3>
						<ul className="ds-list">{list}</ul>
					</div>
				);
			})}
		</Section>
	);
}

function OrganisationLink({ id, name, on }: { id: string; name: string; on: string | null }) {
	return (
		<Link className="ds-link" to={`/organisations/${id}${on === null ? "" : `?asOf=${on}`}`}>
			{name}
		</Link>
	);
}

function Website({ address }: { address: string }) {
	return (
		<a className="ds-link" href={address} rel="noreferrer">
			{address.replace(/^https?:\/\//, "")}
		</a>
	);
}
