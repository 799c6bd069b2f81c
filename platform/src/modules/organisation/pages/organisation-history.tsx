import { useRouteLoaderData } from "react-router";
import { formatDate, localeOf } from "../../../language.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Timeline, type TimelineEvent } from "../../../ui/Timeline.tsx";
import type { Organisation, Succession } from "../directory/contract.ts";
import { organisationText } from "./organisation.text.ts";

/** What an organisation has been called, whom it came from and what it became. */
export default function OrganisationHistory() {
	const language = useLanguage();
	const text = organisationText[language];
	const frame = useRouteLoaderData<typeof import("./organisation.tsx").loader>(
		"modules/organisation/pages/organisation",
	);
	if (!frame) return null;
	return (
		<Section title={text.historyTitle}>
			<Timeline events={eventsOf(frame.organisation, language)} />
		</Section>
	);
}

function eventsOf(organisation: Organisation, language: "nb" | "nn" | "en"): TimelineEvent[] {
	const text = organisationText[language];
	const share = (one: Succession) =>
		one.share >= 0.9995
			? text.wholly
			: new Intl.NumberFormat(localeOf[language], { style: "percent", maximumFractionDigits: 1 }).format(one.share);
	const link = (one: Succession, sentence: string) => (
		<Link className="ds-link" to={`/organisations/${one.organisation.id}`}>
			{sentence}
		</Link>
	);
	const [last] = organisation.identities;
	const events: TimelineEvent[] = [
		...organisation.identities.map((identity) => ({
			id: identity.id,
			at: identity.validFrom,
			title: [identity.name, identity.number].filter(Boolean).join(" · "),
			by: [
				identity.validTo === null ? text.now : text.until(formatDate(language, identity.validTo)),
				text.registered(identity.source, formatDate(language, identity.sourceDate)),
			].join(" · "),
		})),
		...(last?.validTo != null && organisation.successors.length === 0
			? [{ id: "end", at: last.validTo, title: text.lastDay, by: text.endedNobody }]
			: []),
		...organisation.predecessors.map((one) => ({
			id: `from-${one.organisation.id}`,
			at: one.happenedOn,
			title: link(one, text.cameFrom(one.organisation.name, share(one))),
			by: one.source,
		})),
		...organisation.successors.map((one) => ({
			id: `to-${one.organisation.id}`,
			at: one.happenedOn,
			title: link(one, text.became(one.organisation.name, share(one))),
			by: one.source,
		})),
	];
	return events.sort((a, b) => b.at.localeCompare(a.at));
}
