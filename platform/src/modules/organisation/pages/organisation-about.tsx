import { Link, useRouteLoaderData } from "react-router";
import { travelBetween, travelEstimate } from "../../../geography/distance.ts";
import { formatDate, formatNumber } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { type Fact, Facts } from "../../../ui/Facts.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { signedIn } from "../../../visit.server.ts";
import type { Affiliation, SourcedFact } from "../directory/contract.ts";
import { readIdentity } from "../service.server.ts";
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
	if (!identity)
		return (
			<Alert tone="warning" title={text.existedNot(formatDate(language, organisation.asOf))}>
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
									value: <OrganisationLink id={organisation.county.id} name={organisation.county.name} />,
								},
							]
						: []),
					{ label: text.seat, value: identity.place },
					{ label: text.website, value: identity.website && <Website address={identity.website} /> },
					...travelFact(loaderData.travel, language),
				]}
			/>
			<Section title={text.facts}>
				{organisation.facts.length > 0 ? (
					<Facts facts={organisation.facts.map((fact) => publicFact(fact, language))} />
				) : (
					<p className="ds-paragraph quiet">{text.factsMissing}</p>
				)}
			</Section>
			<Affiliations title={text.belongsTo} affiliations={organisation.belongsTo} />
			<Affiliations title={text.has} affiliations={organisation.has} />
		</div>
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

function Affiliations({ title, affiliations }: { title: string; affiliations: readonly Affiliation[] }) {
	const text = organisationText[useLanguage()];
	if (affiliations.length === 0) return null;
	return (
		<Section title={title}>
			<ul className="ds-list">
				{affiliations.map((affiliation) => (
					<li key={`${affiliation.kind} ${affiliation.organisation.id}`}>
						<OrganisationLink id={affiliation.organisation.id} name={affiliation.organisation.name} />{" "}
						<span className="quiet">{text.affiliation[affiliation.kind]}</span>
					</li>
				))}
			</ul>
		</Section>
	);
}

function OrganisationLink({ id, name }: { id: string; name: string }) {
	return (
		<Link className="ds-link" to={`/organisations/${id}`}>
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
