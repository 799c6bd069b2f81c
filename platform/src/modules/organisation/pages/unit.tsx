import { Form } from "react-router";
import { formatDate } from "../../../language.ts";
import { findConcerning } from "../../../registry/concerning.server.ts";
import { houseText } from "../../../text.ts";
import { Concerns } from "../../../ui/Concerns.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { missing, signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import { readUnit, readVocabulary } from "../service.server.ts";
import { unitText } from "../unit/text.ts";
import type { Route } from "./+types/unit";
import { LastDay } from "./LastDay.tsx";
import { organisationText } from "./organisation.text.ts";
import { inTree } from "./unit-address.ts";
import { unitsText } from "./units.text.ts";

/** One unit: what it is and where, what is above and below it, and what the person may do with it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = signedIn(context, request);
	const asked = day.safeParse(url.searchParams.get("asOf"));
	return reading(async (work) => {
		const asOf = asked.success ? asked.data : work.today;
		const isToday = asOf === work.today;
		const unit = (await readUnit(work, params.organisationId, params.unitId, asOf)) ?? missing();
		const vocabulary = await readVocabulary(work);
		return {
			// What is changed is changed from today on: an earlier day is there to be read.
			unit: isToday
				? unit
				: { ...unit, can: { ...unit.can, change: false, move: false, close: false, createBelow: false } },
			isToday,
			concerning: isToday ? await findConcerning(work, { kind: "unit", id: unit.id }, language) : [],
			setting: vocabulary.settings.find((setting) => setting.code === unit.setting)?.name[language] ?? null,
			sector: vocabulary.sectors.find((sector) => sector.code === unit.sector)?.name[language] ?? unit.sector,
		};
	});
}

export default function UnitPage({ loaderData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = unitsText[language];
	const { unit, isToday, setting, sector } = loaderData;
	const { fields } = text;
	const base = `/organisations/${params.organisationId}/units`;
	const page = `${base}/${unit.id}`;
	const suffix = isToday ? "" : `?asOf=${unit.asOf}`;
	const alsoThen = isToday ? "" : `&asOf=${unit.asOf}`;
	const existed = unit.validFrom <= unit.asOf;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(unit.name)}</title>
			<PageHeader
				title={unit.name}
				trail={[
					{ to: `/organisations/${unit.organisationId}${suffix}`, label: unit.organisationName },
					{ to: inTree(params.organisationId, unit.id, isToday ? null : unit.asOf), label: text.title },
					...unit.above.map((above) => ({ to: `${base}/${above.id}${suffix}`, label: above.name })),
				]}
				tags={
					<>
						{setting && <Tag>{setting}</Tag>}
						{unit.validTo !== null && <LastDay day={unit.validTo} closed={unit.closed} />}
						{!existed && <Tag tone="warning">{text.opens(formatDate(language, unit.validFrom))}</Tag>}
					</>
				}
				lead={
					isToday ? undefined : (
						<>
							{organisationText[language].shownAsOf(formatDate(language, unit.asOf))}{" "}
							<Link className="ds-link" to={page}>
								{organisationText[language].showNow}
							</Link>
						</>
					)
				}
				{...(unit.can.change ? { action: { to: `${page}/edit`, label: text.change } } : {})}
				secondary={
					<>
						{unit.can.move && !unit.closed && (
							<Link className="ds-button" data-variant="secondary" to={`${page}/move`}>
								{text.moveAction}
							</Link>
						)}
						{unit.can.close && unit.validTo === null && (
							<Link className="ds-button" data-variant="tertiary" to={`${page}/close`}>
								{text.close}
							</Link>
						)}
						{unit.can.close && unit.validTo !== null && (
							<Form method="post" action={`${page}/reopen`}>
								<SubmitButton variant="secondary">{unit.closed ? text.reopen : text.keepOpen}</SubmitButton>
							</Form>
						)}
					</>
				}
			/>
			<Facts
				facts={[
					{ label: fields.sector, value: sector },
					{
						label: fields.address,
						value: [unit.address, [unit.postcode, unit.place].filter(Boolean).join(" ")].filter(Boolean).join(", "),
					},
					...(unit.position
						? [
								{
									label: text.place,
									value: `${unit.position.latitude.toFixed(4)}, ${unit.position.longitude.toFixed(4)}`,
									source: unitText[language].positions[unit.position.from],
								},
							]
						: []),
					{
						label: fields.email,
						value: unit.email && (
							<a className="ds-link" href={`mailto:${unit.email}`}>
								{unit.email}
							</a>
						),
					},
					{
						label: fields.phone,
						value: unit.phone && (
							<a className="ds-link" href={`tel:${unit.phone.replaceAll(" ", "")}`}>
								{unit.phone}
							</a>
						),
					},
					...(unit.code ? [{ label: fields.code, value: unit.code }] : []),
					{ label: text.openFrom, value: formatDate(language, unit.validFrom) },
					...(unit.formerNames.length > 0
						? [
								{
									label: text.formerNames,
									value: (
										<ul className="ds-list">
											{unit.formerNames.map(({ name, until }) => (
												<li key={until}>{text.calledUntil(name, formatDate(language, until))}</li>
											))}
										</ul>
									),
								},
							]
						: []),
					{ label: text.published, value: unit.published ? text.yes : text.no },
				]}
			/>
			{(unit.can.seePeople || unit.can.manageContacts) && (
				<p className="row">
					{unit.can.seePeople && (
						<Link className="ds-link" to={`/people?unit=${unit.id}${alsoThen}`}>
							{text.people}
						</Link>
					)}
					<Link className="ds-link" to={`/organisations/${unit.organisationId}/contacts?unit=${unit.id}${alsoThen}`}>
						{text.contacts}
					</Link>
				</p>
			)}
			{(unit.below.length > 0 || (unit.can.createBelow && unit.validTo === null)) && (
				<Section
					title={text.below}
					{...(unit.can.createBelow && unit.validTo === null
						? {
								actions: (
									<Link
										className="ds-button"
										data-variant="secondary"
										data-size="sm"
										to={`${base}/new?below=${unit.id}`}
									>
										{text.addBelow}
									</Link>
								),
							}
						: {})}
				>
					{unit.below.length === 0 ? (
						<p className="ds-paragraph quiet">{text.noneBelow}</p>
					) : (
						<ul className="ds-list">
							{unit.below.map((below) => (
								<li key={below.id}>
									<Link className="ds-link" to={`${base}/${below.id}${suffix}`}>
										{below.name}
									</Link>
								</li>
							))}
						</ul>
					)}
				</Section>
			)}
			<Concerns groups={loaderData.concerning} />
		</div>
	);
}
