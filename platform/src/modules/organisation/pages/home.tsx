import { Link } from "react-router";
import { formatDate } from "../../../language.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Status } from "../../../ui/Tag.tsx";
import { signedIn } from "../../../visit.server.ts";
import { mayAnywhere } from "../rules.ts";
import { mandateOf } from "../service.server.ts";
import type { Route } from "./+types/home";
import { homeText } from "./home.text.ts";

/** The front page: what waits for this person, from every room, and the ways they most often go. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = signedIn(context, request);
	return reading(async (work) => {
		const mandate = await mandateOf(work);
		return {
			name: actor.name.split(" ")[0] ?? actor.name,
			organisation:
				actor.organisationId === null ? null : { id: actor.organisationId, name: actor.organisationName ?? "" },
			waiting: await findWaiting(work),
			can: {
				seePeople: mayAnywhere(mandate, "see-people"),
				manageUnits: mayAnywhere(mandate, "manage-units"),
				seeLog: mayAnywhere(mandate, "see-log"),
				operate: mandate.operator && mayAnywhere(mandate, "manage-organisation"),
			},
		};
	});
}

const tones = { now: "danger", soon: "warning", whenever: "info" } as const;

export default function Home({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = homeText[language];
	const { organisation, waiting, can } = loaderData;
	const ways = [
		...(organisation ? [{ to: `/organisations/${organisation.id}`, label: text.own }] : []),
		...(organisation ? [{ to: `/organisations/${organisation.id}/units`, label: text.units }] : []),
		...(can.seePeople ? [{ to: "/people", label: text.people }] : []),
		{ to: "/contacts", label: text.contacts },
		{ to: "/organisations?view=map", label: text.map },
		...(can.manageUnits ? [{ to: "/import", label: text.imports }] : []),
		...(can.operate
			? [
					{ to: "/import/public", label: text.publicFacts },
					{ to: "/administration/providers", label: text.providers },
				]
			: []),
		...(can.seeLog ? [{ to: "/administration/log", label: text.log }] : []),
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.hello(loaderData.name)}
				lead={organisation ? text.represents(organisation.name) : text.representsNobody}
				{...(organisation ? {} : { action: { to: "/represent", label: text.choose } })}
			/>
			{waiting.length === 0 ? (
				<EmptyState title={text.nothing}>{text.nothingBody}</EmptyState>
			) : (
				<Section title={text.waits}>
					<ul className="waiting">
						{waiting.map((item) => (
							<li key={item.key}>
								<Status tone={tones[item.urgency]}>{text.urgency[item.urgency]}</Status>
								<div>
									<Link className="ds-link" to={item.path}>
										{item.title}
									</Link>
									{item.note && <p className="quiet">{item.note}</p>}
									{item.dueOn && <p className="quiet">{text.due(formatDate(language, item.dueOn))}</p>}
								</div>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Section title={text.ways}>
				<ul className="ways">
					{ways.map((way) => (
						<li key={way.to}>
							<Link className="ds-link" to={way.to}>
								{way.label}
							</Link>
						</li>
					))}
				</ul>
			</Section>
		</div>
	);
}
