import { findConcerning } from "../../../registry/concerning.server.ts";
import { Concerns } from "../../../ui/Concerns.tsx";
import { Details } from "../../../ui/Details.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { missing, representing } from "../../../visit.server.ts";
import { listToAdapt } from "../adapt.ts";
import { type ProvisionKind, provisionKinds, regulatedProvisions } from "../codes.ts";
import { contentOf } from "../content.ts";
import type { DocumentPart } from "../document.ts";
import { asksForProvisions } from "../rules.ts";
import { nameFormerParties, openAgreement } from "../service.server.ts";
import { listChildren, listEvents } from "../store.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/document";
import { AdaptList } from "./AdaptList.tsx";
import { AgreementText } from "./AgreementText.tsx";
import { agreementPagesText } from "./agreement.text.ts";
import { ContactList } from "./ContactList.tsx";
import { commitmentText } from "./commitment.text.ts";
import { lackingIn } from "./lacking.ts";
import { PartyTable } from "./PartyTable.tsx";
import { StandingOf } from "./StandingOf.tsx";
import { themeText } from "./theme.text.ts";
import { Weaknesses } from "./Weaknesses.tsx";

/** The text of an agreement as a document, with who has signed, what could be clearer, and what it hangs together with. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		if (opened.refused) missing();
		const { agreement, themes, parties, contacts, commitments, provisions, can } = opened.done;
		const isDraft = agreement.state === "draft";
		const copiedFrom = isDraft
			? ((await listEvents(work, agreement)).find(({ what }) => what === "copied")?.note ?? null)
			: null;
		return {
			...{ agreement, parties, contacts, can, copiedFrom },
			content: contentOf(opened.done),
			units: Object.fromEntries(
				commitments.flatMap(({ id, unitOrganisationId, unitId }) =>
					unitId === null ? [] : [[id, `/organisations/${unitOrganisationId}/units/${unitId}`]],
				),
			),
			adapt: copiedFrom === null ? [] : listToAdapt(opened.done, await nameFormerParties(work, opened.done)),
			lacking: agreement.state === "withdrawn" ? [] : lackingIn(language, opened.done, can.edit),
			children: await listChildren(work, agreement.id),
			// What the regulation asks for is shown as waiting to be written; the rest is chosen.
			unwritten: provisionKinds.filter((kind) => !provisions.some((one) => one.kind === kind)),
			asked: asksForProvisions(agreement),
			concerning: await findConcerning(work, { kind: "agreement", id: agreement.id }, language),
			themeCount: themes.length,
		};
	});
}

export default function AgreementDocument({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	const { agreement, parties, contacts, can, content, adapt, copiedFrom, lacking } = loaderData;
	const here = `/agreements/${agreement.id}`;
	const named = parties.map(({ organisationId, name }) => ({ id: organisationId, name }));
	return (
		<>
			{copiedFrom !== null && <AdaptList adapt={adapt} from={copiedFrom} here={here} />}
			<Weaknesses lacking={lacking} open={false} />
			<AgreementText
				content={content}
				unitHref={(one) => loaderData.units[one]}
				{...(can.edit
					? {
							editHref: (part: DocumentPart) => editHref(here, part),
							commitmentHref: (one: string) => `${here}/commitments/${one}`,
						}
					: {})}
				after={(part) => (
					<>
						{part.of === "theme" && part.level === 3 && can.edit && (
							<p>
								<Link className="ds-link" to={`${here}/commitments/new?theme=${part.part}`}>
									{commitmentText[language].addCommitment}
									<span className="visually-hidden">: {part.title}</span>
								</Link>
							</p>
						)}
						{part.of === "theme" && part.level === 3 && (
							<Contacts
								themeId={part.part}
								contacts={contacts.filter(({ themeId }) => themeId === part.part)}
								parties={named}
								href={can.edit || can.follow ? `${here}/themes/${part.part}/contacts` : undefined}
							/>
						)}
					</>
				)}
			/>
			{can.edit && <Unwritten unwritten={loaderData.unwritten} asked={loaderData.asked} here={here} />}
			<Section
				title={text.parties}
				id="signatures"
				actions={
					(can.edit || can.follow) && (
						<Link className="ds-link" to={`${here}/parties`}>
							{text.editParties}
						</Link>
					)
				}
			>
				<PartyTable
					parties={parties}
					contentVersion={agreement.contentVersion}
					isSigning={agreement.state === "signing" || agreement.state === "signed"}
				/>
			</Section>
			<Relations loaderData={loaderData} />
			<Concerns groups={loaderData.concerning} />
			<More loaderData={loaderData} />
		</>
	);
}

/** Where a part of the text is written. */
function editHref(here: string, part: DocumentPart): string | undefined {
	if (part.of === "parties") return `${here}/parties`;
	if (part.of === "facts") return `${here}/facts`;
	if (part.level === 2) return undefined;
	return part.of === "theme" ? `${here}/themes/${part.part}` : `${here}/provisions/${part.part}`;
}

function Contacts(props: {
	readonly themeId: string;
	readonly contacts: Parameters<typeof ContactList>[0]["contacts"];
	readonly parties: Parameters<typeof ContactList>[0]["parties"];
	readonly href: string | undefined;
}) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	return (
		<Details summary={text.contacts}>
			<ContactList contacts={props.contacts} parties={props.parties} />
			{props.href !== undefined && (
				<Link className="ds-link" to={props.href}>
					{themeText[language].editContacts}
				</Link>
			)}
		</Details>
	);
}

/** What can be added: provisions, those the regulation asks for first, and themes. */
function Unwritten(props: {
	readonly unwritten: readonly ProvisionKind[];
	readonly asked: boolean;
	readonly here: string;
}) {
	const language = useLanguage();
	const text = agreementPagesText[language];
	const { unwritten, asked, here } = props;
	return (
		<div className="agreement-add">
			<Link className="ds-button" data-variant="secondary" to={`${here}/themes/new`}>
				{text.addTheme}
			</Link>
			{unwritten.length > 0 && (
				<Details summary={text.addProvision}>
					<ul className="ds-list">
						{unwritten.map((kind) => (
							<li key={kind}>
								<Link className="ds-link" to={`${here}/provisions/${kind}`}>
									{agreementText[language].provisions[kind]}
								</Link>
								{asked && regulatedProvisions.includes(kind) && <span className="quiet"> ({text.regulated})</span>}
							</li>
						))}
					</ul>
				</Details>
			)}
		</div>
	);
}

type Loaded = { readonly loaderData: Route.ComponentProps["loaderData"] };

function Relations({ loaderData }: Loaded) {
	const text = agreementPagesText[useLanguage()];
	const { agreement, children } = loaderData;
	const to = (id: string, title: string) => (
		<Link className="ds-link" to={`/agreements/${id}`}>
			{title}
		</Link>
	);
	const facts = [
		...one(text.under, agreement.parentId, agreement.parentTitle),
		...one(text.follows, agreement.followsId, agreement.followsTitle),
		...one(text.followedBy, agreement.followedById, agreement.followedByTitle),
		...(children.length === 0
			? []
			: [
					{
						label: text.above,
						value: (
							<ul className="plain-list">
								{children.map((child) => (
									<li key={child.id}>
										{to(child.id, child.title)} <StandingOf standing={child.standing} />
									</li>
								))}
							</ul>
						),
					},
				]),
	];
	function one(label: string, id: string | null, title: string | null) {
		return id === null || title === null ? [] : [{ label, value: to(id, title) }];
	}
	if (facts.length === 0) return null;
	return (
		<Section title={text.relations}>
			<Facts facts={facts} />
		</Section>
	);
}

/** What is done seldom: ways to its own pages. */
function More({ loaderData }: Loaded) {
	const text = agreementPagesText[useLanguage()];
	const { agreement, can } = loaderData;
	const here = `/agreements/${agreement.id}`;
	const ways = [
		...(can.renew ? [{ to: `${here}/copy?follows=1`, label: text.renew }] : []),
		{ to: `${here}/copy`, label: text.copy },
		...(can.publish ? [{ to: `${here}/publish`, label: text.publish }] : []),
		...(can.reopen ? [{ to: `${here}/reopen`, label: text.reopen }] : []),
		...(can.withdraw ? [{ to: `${here}/withdraw`, label: text.withdraw }] : []),
		...(can.end ? [{ to: `${here}/end`, label: text.end }] : []),
		...(can.remove ? [{ to: `${here}/remove`, label: text.removeDraft }] : []),
	];
	return (
		<Section title={text.other}>
			<ul className="plain-list">
				{ways.map(({ to, label }) => (
					<li key={to}>
						<Link className="ds-link" to={to}>
							{label}
						</Link>
					</li>
				))}
			</ul>
		</Section>
	);
}
