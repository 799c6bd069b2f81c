import { Link } from "react-router";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import type { Affiliation } from "../../directory/contract.ts";
import { readOrganisation } from "../../service.server.ts";
import { organisationText } from "../../text.ts";
import { organisationsText } from "../organisations.text.ts";
import type { Route } from "./+types/register";
import { affiliationText } from "./affiliation.text.ts";
import { registerPagesText } from "./register.text.ts";
import { successionText } from "./succession.text.ts";

/** Everything that can be done to an organisation in the register of who exists. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const organisation = (await reading((work) => readOrganisation(work, params.organisationId))) ?? missing();
	const { id, kind, can, identities, belongsTo, has } = organisation;
	if (!can.keepRegister && !can.end) missing();
	return { id, kind, can, name: identities[0]?.name ?? "", belongsTo, has };
}

export default function OrganisationRegister({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const becoming = successionText[language];
	const belonging = affiliationText[language];
	const { id, can, name } = loaderData;
	const base = `/organisations/${id}/register`;
	const isOperator = loaderData.kind === "operator";
	const title = `${text.title}: ${name}`;
	const ways = [
		can.keepRegister && { to: `${base}/rename`, label: text.rename, about: text.renameAbout },
		can.keepRegister && !isOperator && { to: `${base}/merge`, label: becoming.merge, about: becoming.mergeAbout },
		can.keepRegister && !isOperator && { to: `${base}/divide`, label: becoming.divide, about: becoming.divideAbout },
		can.end && !isOperator && { to: `${base}/end`, label: text.end, about: text.endAbout },
	].filter((way) => way !== false);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={text.lead}
				trail={[
					{ to: "/organisations", label: organisationsText[language].title },
					{ to: `/organisations/${id}`, label: name },
				]}
			/>
			<ul className="ways">
				{ways.map((way) => (
					<li key={way.to}>
						<Link className="ds-link" to={way.to}>
							{way.label}
						</Link>
						<p className="quiet">{way.about}</p>
					</li>
				))}
			</ul>
			{can.keepRegister && !isOperator && (
				<Section
					title={belonging.affiliationsTitle}
					lead={belonging.affiliationsLead}
					actions={
						<Link className="ds-button" data-variant="secondary" to={`${base}/affiliate`}>
							{belonging.affiliate}
						</Link>
					}
				>
					{loaderData.belongsTo.length + loaderData.has.length === 0 && (
						<p className="ds-paragraph quiet">{belonging.affiliationsNone}</p>
					)}
					<Lines base={base} way="up" affiliations={loaderData.belongsTo} />
					<Lines base={base} way="down" affiliations={loaderData.has} />
				</Section>
			)}
		</div>
	);
}

function Lines(props: {
	readonly base: string;
	readonly way: "up" | "down";
	readonly affiliations: readonly Affiliation[];
}) {
	const language = useLanguage();
	const belonging = affiliationText[language];
	const { affiliations, affiliationsOf } = organisationText[language];
	const words = props.way === "up" ? affiliations : affiliationsOf;
	if (props.affiliations.length === 0) return null;
	return (
		<ul className="ds-list">
			{props.affiliations.map(({ kind, organisation, validFrom }) => (
				<li key={`${kind} ${organisation.id}`}>
					{words[kind]}: {organisation.name}, {belonging.since(formatDate(language, validFrom))}{" "}
					<Link
						className="ds-link"
						to={`${props.base}/affiliations/${props.way}/${kind}/${organisation.id}/end`}
						aria-label={belonging.endAffiliationOf(organisation.name)}
					>
						{belonging.endAffiliation}
					</Link>
				</li>
			))}
		</ul>
	);
}
