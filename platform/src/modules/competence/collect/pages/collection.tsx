import { data, Form } from "react-router";
import { dayOf } from "../../../../day.ts";
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
import { closeCollection, openCollection, remindCollection, takeInAll } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { reachWords } from "../reach-words.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/collection";

const shown = (moment: Date | null) => moment && dayOf(moment);

/** Who was asked, who has answered, and what has been taken in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { house, reading } = representing(context, request);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const { collection, asked } =
		(await reading((work) => openCollection(work, params.collectionId, mails))) ?? missing();
	const { id, name, answerBy, closedAt } = collection;
	return {
		...{ id, name, answerBy, isOpen: closedAt === null },
		answered: asked.filter(({ answeredAt }) => answeredAt !== null).length,
		toTake: asked.filter(({ answeredAt, takenAt }) => answeredAt !== null && takenAt === null).length,
		rows: asked.map((one) => ({
			...{ id: one.id, unitName: one.unitName, reach: one.reach, answeredBy: one.answeredBy },
			...{ answeredOn: shown(one.answeredAt), takenOn: shown(one.takenAt), remindedOn: shown(one.remindedAt) },
		})),
	};
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const { collectionId } = params;
	const text = collectText[language];
	const deed = (await request.formData()).get("deed");
	const here = `/competence/collections/${collectionId}`;
	const number = (value: number) => formatNumber(language, value);
	if (deed === "remind") {
		const mails = house.configuration.mail.smtpUrl !== undefined;
		const outcome = await commanding((work) => remindCollection(work, collectionId, { mails }));
		if (outcome.refused) return data({ refusals: outcome.refused }, 422);
		return redirectWithToast(here, text.reminded(number(outcome.done.told), number(outcome.done.due)));
	}
	if (deed === "take") {
		const outcome = await commanding((work) => takeInAll(work, collectionId));
		if (outcome.refused) return data({ refusals: outcome.refused }, 422);
		return redirectWithToast(here, text.takenAll(number(outcome.done.answers)));
	}
	const outcome = await commanding((work) => closeCollection(work, collectionId, deed === "close"));
	if (outcome.refused) missing();
	return redirectWithToast(here, deed === "close" ? text.closedNow : text.reopenedNow);
}

export default function CollectionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { id, name, answerBy, isOpen, rows, answered, toTake } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	const left = rows.length - answered;
	const say = saying(language, { ...competenceText[language].refusals, ...text.refusals });
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				lead={`${text.by(formatShortDate(language, answerBy))} ${text.answeredOf(number(answered), number(rows.length))}`}
				trail={[{ to: "/competence/collections", label: text.title }]}
				tags={!isOpen && <Status>{text.closed}</Status>}
				action={toTake > 0 && <Deed deed="take" variant="primary" label={text.takeAll(number(toTake))} />}
				secondary={
					<>
						{isOpen && left > 0 && <Deed deed="remind" variant="secondary" label={text.remind(number(left))} />}
						<Deed
							deed={isOpen ? "close" : "reopen"}
							variant={isOpen ? "tertiary" : "secondary"}
							label={isOpen ? text.close : text.reopen}
						/>
						<Link className="ds-button" data-variant="tertiary" to={`/competence/collections/new?copy=${id}`}>
							{text.copy}
						</Link>
					</>
				}
			/>
			{actionData && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			<Section
				title={text.units}
				actions={
					<a className="ds-link list-excel" href={`/competence/collections/${id}.xlsx`} download>
						{uiText[language].excel}
					</a>
				}
			>
				<Units rows={rows} isOpen={isOpen} />
			</Section>
		</div>
	);
}

function Deed({ deed, variant, label }: { readonly deed: string; readonly variant: string; readonly label: string }) {
	return (
		<Form method="post">
			<button type="submit" className="ds-button" data-variant={variant} name="deed" value={deed}>
				{label}
			</button>
		</Form>
	);
}

/** Who is asked, how far each has come, and the ways to answer. */
function Units({ rows, isOpen }: Pick<Route.ComponentProps["loaderData"], "rows" | "isOpen">) {
	const language = useLanguage();
	const text = collectText[language];
	const way = (to: string, label: string, unit: string) => (
		<Link className="ds-link" to={to}>
			{label}
			<span className="visually-hidden">: {unit}</span>
		</Link>
	);
	return (
		<Table
			caption={text.units}
			hideCaption
			rows={rows}
			rowKey={({ id }) => id}
			columns={[
				{ key: "unit", label: text.unit, cell: ({ unitName }) => unitName },
				{
					key: "state",
					label: text.state,
					cell: ({ answeredOn, answeredBy, takenOn, remindedOn }) =>
						answeredOn === null ? (
							<>
								<Status tone="warning">{text.states.waiting}</Status>
								{remindedOn && (
									<>
										<br />
										<span className="quiet">{text.remindedOn(formatShortDate(language, remindedOn))}</span>
									</>
								)}
							</>
						) : (
							<Status tone={takenOn ? "neutral" : "success"}>
								{takenOn
									? text.states.taken(formatShortDate(language, takenOn))
									: text.states.answered(formatShortDate(language, answeredOn), answeredBy ?? "")}
							</Status>
						),
				},
				{
					key: "reach",
					label: text.reach,
					cell: ({ reach }) => <span className="quiet">{reachWords(language, reach)}</span>,
				},
				{
					key: "deed",
					label: text.deed,
					cell: ({ id, unitName, answeredOn }) => (
						<div className="row">
							{answeredOn !== null && way(`/competence/asked/${id}/take`, text.look, unitName)}
							{answeredOn === null && isOpen && way(`/competence/asked/${id}`, text.answerFor, unitName)}
							{answeredOn === null && isOpen && way(`/competence/asked/${id}/link`, text.giveLink, unitName)}
						</div>
					),
				},
			]}
		/>
	);
}
