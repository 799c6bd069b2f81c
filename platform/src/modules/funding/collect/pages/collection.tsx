import { data, Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf, percentOf } from "../../amounts.ts";
import { closeCollection, openCollection, weighNeeds } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { misfitsOf, sumOf } from "../rules.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/collection";
import { Weighing } from "./Weighing.tsx";
import { readWeighings } from "./weighing.server.ts";
import "../../funding.css";

/** What the units need: who has answered, what matters most, and what shall be in the application. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { collection, content, asked, needs } = (await openCollection(work, params.collectionId)).done ?? missing();
		return {
			...{ collection, asked, needs, misfits: misfitsOf(content, needs) },
			sums: { all: sumOf(needs), chosen: sumOf(needs.filter(({ decision }) => decision === "in")) },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { collectionId } = params;
	const text = collectText[language];
	const here = `/funding/collections/${collectionId}`;
	const form = await request.formData();
	const deed = form.get("deed");
	if (deed === "close" || deed === "reopen") {
		const outcome = await commanding((work) => closeCollection(work, collectionId, deed === "close"));
		if (outcome.refused) missing();
		return redirectWithToast(here, deed === "close" ? text.closedNow : text.reopenedNow);
	}
	const read = readWeighings(form);
	if (read.refusals) return data(read, 422);
	const outcome = await commanding((work) => weighNeeds(work, collectionId, read.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: read.given }, 422);
	return redirectWithToast(`${here}#weigh`, text.weighed);
}

export default function CollectionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { collection, needs } = loaderData;
	const here = `/funding/collections/${collection.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead(collection.title, formatShortDate(language, collection.answerBy))}
				trail={[
					{ to: "/funding/portfolio", label: fundingText[language].portfolio },
					{ to: `/funding/calls/${collection.callId}`, label: collection.title },
				]}
				tags={collection.closedAt !== null && <Status>{text.closed}</Status>}
				secondary={
					<Form method="post">
						<button
							type="submit"
							className="ds-button"
							data-variant="secondary"
							name="deed"
							value={collection.closedAt === null ? "close" : "reopen"}
						>
							{collection.closedAt === null ? text.close : text.reopen}
						</button>
					</Form>
				}
			/>
			<Units loaderData={loaderData} />
			<Section
				title={text.weigh}
				lead={text.weighLead}
				id="weigh"
				actions={
					needs.length > 0 && (
						<a className="ds-link list-excel" href={`${here}/needs.xlsx`} download>
							{uiText[language].excel}
						</a>
					)
				}
			>
				{needs.length === 0 ? (
					<p className="ds-paragraph quiet">{text.noNeeds}</p>
				) : (
					<>
						<Weighing
							needs={needs}
							categories={collection.categories}
							refused={actionData}
							say={saying(language, fundingText[language].refusals)}
						/>
						<Sums loaderData={loaderData} />
					</>
				)}
			</Section>
		</div>
	);
}

type Loaded = { readonly loaderData: Route.ComponentProps["loaderData"] };

/** Who is asked, and the ways to answer. */
function Units({ loaderData: { collection, asked } }: Loaded) {
	const language = useLanguage();
	const text = collectText[language];
	const isOpen = collection.closedAt === null;
	return (
		<Section title={text.units}>
			<Table
				caption={text.units}
				hideCaption
				rows={asked}
				rowKey={({ id }) => id}
				columns={[
					{ key: "unit", label: text.unit, cell: ({ unitName }) => unitName },
					{
						key: "state",
						label: text.state,
						cell: ({ answeredAt, nothing }) =>
							answeredAt === null ? (
								<Status tone="warning">{text.states.waiting}</Status>
							) : (
								<Status tone="success">{nothing ? text.states.nothing : text.states.answered}</Status>
							),
					},
					{
						key: "deed",
						label: text.deed,
						cell: ({ id, unitName }) =>
							isOpen && (
								<div className="row">
									<Link className="ds-link" to={`/funding/needs/${id}`}>
										{text.answerFor}
										<span className="visually-hidden">: {unitName}</span>
									</Link>
									<Link className="ds-link" to={`/funding/needs/${id}/link`}>
										{text.makeLink}
										<span className="visually-hidden">: {unitName}</span>
									</Link>
								</div>
							),
					},
				]}
			/>
		</Section>
	);
}

/** What it comes to, and what of it does not fit the call. */
function Sums({ loaderData: { sums, misfits } }: Loaded) {
	const language = useLanguage();
	const text = collectText[language];
	const amount = (code: string, value: number) =>
		code === "own-share" ? percentOf(language, value) : kronerOf(language, value);
	return (
		<>
			<Table
				caption={text.sums}
				hideCaption
				rows={[
					{ key: "all", label: text.sumAll, ...sums.all },
					{ key: "in", label: text.sumIn, ...sums.chosen },
				]}
				rowKey={({ key }) => key}
				columns={[
					{ key: "label", label: text.sums, cell: ({ label }) => label },
					{ key: "people", label: text.people, numeric: true, cell: ({ people }) => formatNumber(language, people) },
					{ key: "applied", label: text.applied, numeric: true, cell: ({ applied }) => kronerOf(language, applied) },
					{ key: "own", label: text.own, numeric: true, cell: ({ own }) => kronerOf(language, own) },
				]}
			/>
			{sums.chosen.people + sums.chosen.applied > 0 &&
				(misfits.length === 0 ? (
					<Alert tone="success">{text.fits}</Alert>
				) : (
					<Alert tone="warning">
						<ul className="ds-list">
							{misfits.map((one) => (
								<li key={`${one.code} ${"name" in one ? one.name : ""}`}>
									{text.misfits[one.code](
										amount(one.code, one.sum),
										amount(one.code, one.limit),
										"name" in one ? one.name : "",
									)}
								</li>
							))}
						</ul>
					</Alert>
				))}
		</>
	);
}
