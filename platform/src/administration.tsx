import { Link } from "react-router";
import type { Route } from "./+types/administration";
import { administrationWaysText } from "./administration.text.ts";
import { administrationOf, type Way } from "./administration-ways.ts";
import { mayOperate, mayReadLog } from "./identity/rules.ts";
import { houseText } from "./text.ts";
import { Facts } from "./ui/Facts.tsx";
import { useLanguage } from "./ui/language.tsx";
import { PageHeader } from "./ui/PageHeader.tsx";
import { Section } from "./ui/Section.tsx";
import { missing, representing } from "./visit.server.ts";

/** The way in to everything this person may administer. */
export function loader({ context, request }: Route.LoaderArgs) {
	const { actor, house, language } = representing(context, request);
	if (!mayReadLog(actor)) missing();
	return {
		name: actor.organisationName ?? "",
		...administrationOf(actor, language),
		operation: mayOperate(actor) ? { metrics: house.configuration.metrics } : null,
	};
}

export default function Administration({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = administrationWaysText[language];
	const { name, organisation, installation, operation } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(houseText[language].administration)}</title>
			<PageHeader title={houseText[language].administration} lead={text.lead} />
			<Section title={name}>
				<Ways ways={organisation} />
			</Section>
			{installation.length > 0 && (
				<Section title={text.installation}>
					<Ways ways={installation} />
				</Section>
			)}
			{operation && (
				<Section title={text.operation} lead={text.operationLead}>
					<Facts
						facts={[
							{ label: text.health, value: <Address path="/health" /> },
							{ label: text.ready, value: <Address path="/ready" /> },
							{ label: text.metrics, value: operation.metrics ? <Address path="/metrics" /> : text.metricsOff },
						]}
					/>
				</Section>
			)}
		</div>
	);
}

function Ways({ ways }: { ways: readonly Way[] }) {
	return (
		<ul className="ways" data-described>
			{ways.map((way) => (
				<li key={way.to}>
					<Link className="ds-link" to={way.to}>
						{way.title}
					</Link>
					<p className="quiet">{way.about}</p>
				</li>
			))}
		</ul>
	);
}

/** Answered by the program itself, not by a page. */
function Address({ path }: { path: string }) {
	return (
		<a className="ds-link" href={path}>
			{path}
		</a>
	);
}
