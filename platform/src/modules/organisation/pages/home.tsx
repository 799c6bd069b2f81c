import { mayReadLog } from "../../../identity/rules.ts";
import { formatDate, formatList } from "../../../language.ts";
import { findShortcuts } from "../../../registry/shortcuts.server.ts";
import { findWaiting } from "../../../registry/waiting.server.ts";
import { houseText } from "../../../text.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Status } from "../../../ui/Tag.tsx";
import { signedIn } from "../../../visit.server.ts";
import { mayAnywhere } from "../rules.ts";
import { mandateOf } from "../service.server.ts";
import { roleName } from "../text.ts";
import type { Route } from "./+types/home";
import { homeText } from "./home.text.ts";
import { waysOf } from "./home-ways.ts";

/** The front page: what waits for this person, from every room, and the ways they most often go. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = signedIn(context, request);
	return reading(async (work) => {
		const [mandate, waiting, shortcuts] = await Promise.all([
			mandateOf(work),
			findWaiting(work),
			findShortcuts(work, null),
		]);
		return {
			name: actor.name.split(" ")[0] ?? actor.name,
			organisation:
				actor.organisationId === null ? null : { id: actor.organisationId, name: actor.organisationName ?? "" },
			roles: actor.roles,
			unitId: actor.unitIds[0] ?? null,
			membershipId: actor.membershipIds[0] ?? null,
			waiting,
			shortcuts,
			can: {
				work: actor.roles.some((role) => role !== "student"),
				seePeople: mayAnywhere(mandate, "see-people"),
				managePeople: mayAnywhere(mandate, "manage-people"),
				manageUnits: mayAnywhere(mandate, "manage-units"),
				administer: mayReadLog(actor),
				operate: mandate.operator && mayAnywhere(mandate, "manage-organisation"),
			},
		};
	});
}

const tones = { now: "danger", soon: "warning", whenever: "info" } as const;

export default function Home({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = homeText[language];
	const { organisation, waiting } = loaderData;
	// A student stands for nobody but oneself.
	const isStudent = loaderData.roles.length > 0 && loaderData.roles.every((role) => role === "student");
	const roles = loaderData.roles.map((role) => roleName(language, role).toLocaleLowerCase("nb"));
	const represented = (name: string) =>
		isStudent ? text.studentAt(name) : text.represents(name, formatList(language, roles));
	const lead = organisation ? represented(organisation.name) : text.representsNobody;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.hello(loaderData.name)}
				lead={lead}
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
					{waysOf(loaderData, language).map((way) => (
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
