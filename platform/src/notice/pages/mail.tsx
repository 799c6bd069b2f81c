import { data, Form } from "react-router";
import { z } from "zod";
import { mayOperate } from "../../identity/rules.ts";
import { formatMoment, formatNumber } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { tableState } from "../../ui/table-state.ts";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { dropMail, sendHeldMail, sendMailAgain } from "../mail.server.ts";
import { type StuckState, stuckStates } from "../mail-state.ts";
import { countMail, listStuckMail } from "../store.server.ts";
import { noticeText } from "../text.ts";
import type { Route } from "./+types/mail";

const mailTable = { sort: ["created"], descending: true, filters: { state: stuckStates } } as const;

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, house, reading, url } = signedIn(context, request);
	if (!mayOperate(actor)) missing();
	const state = tableState(url, mailTable);
	return reading(async (work) => {
		const counts = await countMail(work);
		const of = stuckStates.find((one) => one === state.filters.state);
		const mails = await listStuckMail(work, { offset: state.offset, size: state.pageSize, state: of });
		const shown: readonly StuckState[] = of ? [of] : stuckStates;
		return {
			state,
			mails: mails.map((mail) => ({ ...mail, createdAt: mail.createdAt.toISOString() })),
			total: shown.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0),
			waiting: counts.get("waiting") ?? 0,
			sending: counts.get("sending") ?? 0,
			held: counts.get("held") ?? 0,
			hasServer: house.configuration.mail.smtpUrl !== undefined,
		};
	});
}

const sent = z.object({ what: z.literal("held") }).or(z.object({ what: z.enum(["again", "drop"]), mail: z.uuid() }));

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, commanding } = signedIn(context, request);
	if (!mayOperate(actor)) missing();
	const text = noticeText[language].administration;
	const parsed = sent.safeParse(Object.fromEntries(await request.formData()));
	if (!parsed.success) missing();
	const form = parsed.data;
	if (form.what === "held") {
		const outcome = await commanding(sendHeldMail);
		return redirectWithToast("/administration/mail", text.sentHeld(outcome.done ?? 0));
	}
	const verb = form.what === "again" ? sendMailAgain : dropMail;
	const outcome = await commanding((work) => verb(work, form.mail));
	if (outcome.refused)
		return data({ refused: outcome.refused.map((refusal) => text.refusals[refusal.code]).join(" ") }, 422);
	return redirectWithToast("/administration/mail", form.what === "again" ? text.sentAgain : text.dropped);
}

export default function Mail({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = noticeText[language].administration;
	const { state, mails, total, waiting, sending, held, hasServer } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[{ to: "/administration", label: houseText[language].administration }]}
				action={
					hasServer &&
					held > 0 && (
						<Form method="post">
							<button type="submit" className="ds-button" name="what" value="held">
								{text.sendHeld}
							</button>
						</Form>
					)
				}
			/>
			{!hasServer && (
				<Alert tone="warning" title={text.noServer}>
					<p>{text.noServerBody}</p>
				</Alert>
			)}
			{actionData && (
				<Alert tone="danger">
					<p role="alert">{actionData.refused}</p>
				</Alert>
			)}
			<Facts
				facts={[
					{ label: text.waiting, value: formatNumber(language, waiting) },
					{ label: text.sending, value: formatNumber(language, sending) },
				]}
			/>
			<Table
				caption={text.title}
				hideCaption
				state={state}
				total={total}
				rows={mails}
				rowKey={(mail) => mail.id}
				filters={[
					{
						name: "state",
						label: text.state,
						choices: stuckStates.map((one) => ({ value: one, label: text.states[one] })),
					},
				]}
				columns={[
					{ key: "subject", label: text.columns.subject, cell: (mail) => mail.subject },
					{ key: "recipient", label: text.columns.recipient, cell: (mail) => mail.recipient },
					{ key: "state", label: text.columns.state, cell: (mail) => <StuckTag state={mail.state} /> },
					{ key: "reason", label: text.columns.reason, cell: (mail) => mail.fault },
					{ key: "created", label: text.columns.created, cell: (mail) => formatMoment(language, mail.createdAt) },
					{ key: "verbs", label: text.columns.verbs, cell: (mail) => <Verbs id={mail.id} subject={mail.subject} /> },
				]}
				empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
			/>
			{mails.length > 0 && (
				<ul className="quiet">
					{stuckStates.map((one) => (
						<li key={one}>{text.explanations[one]}</li>
					))}
				</ul>
			)}
		</div>
	);
}

const tones = { uncertain: "warning", failed: "danger", held: "neutral" } as const;

function StuckTag({ state }: { readonly state: string }) {
	const text = noticeText[useLanguage()].administration;
	const known: StuckState | undefined = stuckStates.find((one) => one === state);
	return known ? <Tag tone={tones[known]}>{text.states[known]}</Tag> : null;
}

function Verbs({ id, subject }: { readonly id: string; readonly subject: string }) {
	const text = noticeText[useLanguage()].administration;
	return (
		<Form method="post" className="row">
			<input type="hidden" name="mail" value={id} />
			<button
				type="submit"
				className="ds-button"
				data-variant="secondary"
				data-size="sm"
				name="what"
				value="again"
				aria-label={text.sendAgainNamed(subject)}
			>
				{text.sendAgain}
			</button>
			<button
				type="submit"
				className="ds-button"
				data-variant="tertiary"
				data-size="sm"
				data-color="danger"
				name="what"
				value="drop"
				aria-label={text.dropNamed(subject)}
			>
				{text.drop}
			</button>
		</Form>
	);
}
