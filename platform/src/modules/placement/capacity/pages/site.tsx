import { Form, Link } from "react-router";
import { formatDate, formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf, readVocabulary } from "../../../organisation/service.server.ts";
import { SaidOfSite } from "../../evaluate/pages/SaidOfSite.tsx";
import { readSaidOf } from "../../evaluate/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { listFewer } from "../fewer.store.server.ts";
import { listCapacity, listLoad, readSite } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/site";
import { pagesText } from "./capacity.text.ts";
import { FewerPlaces } from "./FewerPlaces.tsx";
import { loadText } from "./load.text.ts";
import { StateOf } from "./StateOf.tsx";
import { siteText } from "./site.text.ts";
import { daysWord } from "./words.ts";

/** One site, with what it has said and what holds its places. Another keeper's shows what is published of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading, language } = representing(context, request);
	return reading(async (work) => {
		const site = (await readSite(work, params.siteId)) ?? missing();
		const isOwn = site.organisationId === actor.organisationId;
		const { settings } = await readVocabulary(work);
		const capacity = isOwn
			? await listCapacity(work, { siteId: site.id, sort: "from", descending: true })
			: { rows: [] };
		const load = isOwn ? await listLoad(work, { siteId: site.id }) : { rows: [] };
		return {
			fewer: isOwn ? await listFewer(work, site.id) : [],
			said: await readSaidOf(work, site.id),
			...{ site, capacity: capacity.rows, load: load.rows, isOwn },
			setting: settings.find(({ code }) => code === site.setting)?.name[language] ?? site.setting,
			isClosed: site.closedOn !== null && site.closedOn < work.today,
			can: { change: isOwn && mayCoordinate(await mandateOf(work)) },
		};
	});
}

export default function SitePage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	const loadWords = loadText[language];
	const { site, capacity, load, can } = loaderData;
	const page = `/placement/sites/${site.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(site.name)}</title>
			<PageHeader
				title={site.name}
				trail={[{ to: "/placement/capacity/sites", label: text.tabs.sites }]}
				{...(loaderData.isClosed ? { tags: <Tag tone="warning">{siteWords.closed}</Tag> } : {})}
				{...(can.change
					? { action: { to: `${page}/edit`, label: siteWords.edit }, secondary: <CloseOrOpen {...loaderData} /> }
					: {})}
			/>
			<Section title={siteWords.aboutSite}>
				<Facts
					facts={[
						{ label: siteWords.fields.hostId, value: site.hostName },
						{ label: siteWords.fields.setting, value: loaderData.setting },
						{ label: siteWords.fields.postcode, value: site.postcode },
						{ label: siteWords.fields.municipalityNumber, value: site.municipalityNumber },
						{ label: siteWords.fields.contactName, value: site.contactName },
						{ label: siteWords.fields.contactEmail, value: site.contactEmail },
						{ label: siteWords.fields.housingNote, value: site.housingNote },
						...(site.closedOn === null
							? []
							: [{ label: siteWords.fields.lastDay, value: formatDate(language, site.closedOn) }]),
					]}
				/>
			</Section>
			<SaidOfSite {...loaderData.said} />
			{loaderData.isOwn && (
				<Section
					title={siteWords.capacityOf}
					actions={
						can.change && (
							<Link
								className="ds-button"
								data-variant="secondary"
								data-size="sm"
								to={`/placement/capacity/new?site=${site.id}`}
							>
								{text.enterOne}
							</Link>
						)
					}
				>
					<FewerPlaces fewer={loaderData.fewer} />
					{capacity.length === 0 ? (
						<p className="ds-paragraph quiet">{siteWords.noCapacity}</p>
					) : (
						<Table
							caption={`${siteWords.capacityOf}, ${site.name}`}
							hideCaption
							rows={capacity}
							rowKey={(row) => row.id}
							rowHref={(row) => `/placement/capacity/${row.id}/answer`}
							columns={[
								{ key: "days", label: text.columns.days, cell: (row) => daysWord(language, row) },
								{ key: "state", label: text.columns.state, cell: (row) => <StateOf state={row.state} /> },
								{
									key: "places",
									label: text.columns.places,
									cell: (row) => formatNumber(language, row.places),
									numeric: true,
								},
								{ key: "most", label: text.columns.most, cell: (row) => row.mostAtOnce ?? "", numeric: true },
							]}
						/>
					)}
				</Section>
			)}
			{can.change && (
				<Section
					title={siteWords.loadOf}
					actions={
						<Link
							className="ds-button"
							data-variant="secondary"
							data-size="sm"
							to={`/placement/load/new?site=${site.id}`}
						>
							{loadWords.addLoad}
						</Link>
					}
				>
					{load.length === 0 ? (
						<p className="ds-paragraph quiet">{siteWords.noLoad}</p>
					) : (
						<Table
							caption={`${siteWords.loadOf}, ${site.name}`}
							hideCaption
							rows={load}
							rowKey={(row) => row.id}
							rowHref={(row) => `/placement/load/${row.id}`}
							columns={[
								{ key: "kind", label: text.columns.kind, cell: (row) => capacityText[language].kinds[row.kind] },
								{ key: "name", label: text.columns.name, cell: (row) => row.name ?? "" },
								{ key: "days", label: text.columns.days, cell: (row) => daysWord(language, row) },
								{ key: "learners", label: text.columns.learners, cell: (row) => row.learners, numeric: true },
							]}
						/>
					)}
				</Section>
			)}
		</div>
	);
}

function CloseOrOpen({
	site,
	isClosed,
}: {
	readonly site: { readonly id: string; readonly version: number };
	readonly isClosed: boolean;
}) {
	const siteWords = siteText[useLanguage()];
	const to = `/placement/sites/${site.id}/close`;
	if (!isClosed)
		return (
			<Link className="ds-button" data-variant="tertiary" to={to}>
				{siteWords.close}
			</Link>
		);
	return (
		<Form method="post" action={to}>
			<input type="hidden" name="version" value={site.version} />
			<button type="submit" className="ds-button" data-variant="secondary" name="reopen" value="1">
				{siteWords.reopen}
			</button>
		</Form>
	);
}
