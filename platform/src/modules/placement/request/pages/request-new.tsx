import { data, Form, Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import type { Outcome } from "../../../../outcome.ts";
import { houseText } from "../../../../text.ts";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { professions } from "../../../organisation/codes.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { hostChoices, institutionChoices, settingChoices } from "../../capacity/pages/choices.server.ts";
import { yearsOfStudy } from "../../course/codes.ts";
import { mayCoordinate, sideOf } from "../../rules.ts";
import { linesAtOnce } from "../codes.ts";
import type { RequestRefusal } from "../contract.ts";
import { suggestAnswerBy } from "../rules.ts";
import { addRequests, sendRequests } from "../service.server.ts";
import { listFreeByHost, listPeriods } from "../store.server.ts";
import "../../capacity/pages/capacity.css";
import { requestText } from "../text.ts";
import type { Route } from "./+types/request-new";
import { newRequestText } from "./new.text.ts";
import { readOrderForm } from "./request-form.server.ts";

/** A new order: of a period the organisation keeps, or written by hand, to a table of hosts. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, language, url } = representing(context, request);
	const { organisationId } = actor;
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const periods = await listPeriods(work, organisationId);
		const period = periods.find(({ id }) => id === url.searchParams.get("period"));
		const hosts = await hostChoices(work);
		const isHost = sideOf(actor.organisationKind ?? "") === "host";
		const labelOf = (id: string, name: string) => hosts.find(({ value }) => value === id)?.label ?? name;
		const free = period ? await listFreeByHost(work, period) : [];
		const suggested = isHost
			? [{ host: labelOf(organisationId, actor.organisationName ?? ""), places: null }]
			: free.map(({ hostId, hostName, places }) => ({ host: labelOf(hostId, hostName), places }));
		// What somebody has seen is lacking at a host is asked for there first.
		const lacking = hosts.find(({ value }) => value === url.searchParams.get("host"));
		const answerBy = period && suggestAnswerBy(period.firstDay, work.today);
		return {
			...{ periods, hosts, isHost },
			suggested: lacking ? [{ host: lacking.label, places: null }] : suggested,
			lacking: lacking && {
				hostId: lacking.value,
				places: url.searchParams.get("places") ?? "",
				site: url.searchParams.get("site") ?? "",
			},
			institutions: await institutionChoices(work),
			settings: await settingChoices(work, language),
			values: {
				...(period && {
					...{ periodId: period.id, programme: period.programme, courseName: period.courseName },
					...{ profession: period.profession, yearOfStudy: String(period.yearOfStudy), settings: period.settings },
					...{ firstDay: period.firstDay, lastDay: period.lastDay, answerBy },
				}),
				institutionId: period?.institutionId ?? (isHost ? "" : organisationId),
			} satisfies Readonly<Record<string, FieldValue>>,
		};
	});
}

/** How many drafts, and what became of them where they were sent at once. */
type Ordered = {
	readonly count: number;
	readonly sent: {
		readonly sent: number;
		readonly told: number;
		readonly mailed: number;
		readonly silent: number;
	} | null;
};

export async function action({ context, request }: Route.ActionArgs) {
	const { language, house, reading, commanding } = representing(context, request);
	const text = requestText[language];
	const ordering = newRequestText[language];
	const sent = readOrderForm(await request.formData(), await reading(hostChoices));
	const { given, lines } = sent;
	if (sent.kind === "lines") return data({ refusals: [], given, lines });
	if (sent.kind === "refused") return data({ refusals: sent.refusals, given, lines }, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding(async (work): Promise<Outcome<Ordered, RequestRefusal>> => {
		const added = await addRequests(work, sent.values);
		if (added.refused) return added;
		if (!sent.send) return { done: { count: added.done.ids.length, sent: null } };
		const told = await sendRequests(work, added.done.ids, { mails, language });
		return told.refused ? told : { done: { count: added.done.ids.length, sent: told.done } };
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given, lines }, 422);
	const { count, sent: told } = outcome.done;
	return redirectWithToast(
		"/placement/requests",
		told === null ? ordering.created(count) : text.sentToast(told.sent, told.told, told.mailed, told.silent),
	);
}

export default function RequestNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = requestText[language];
	const ordering = newRequestText[language];
	const { fields, hints } = text;
	const { periods, hosts, suggested, institutions, settings, values, lacking } = loaderData;
	const count = actionData?.lines ?? Math.max(linesAtOnce, suggested.length + 2);
	const lines = Array.from({ length: count }, (_, index) => index);
	const labels = Object.fromEntries(
		lines.flatMap((index) => [
			[`lines.${index}.hostId`, `${ordering.line(index + 1)}, ${fields.host}`],
			[`lines.${index}.places`, `${ordering.line(index + 1)}, ${fields.places}`],
		]),
	);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(ordering.newTitle)}</title>
			<PageHeader
				title={ordering.newTitle}
				lead={ordering.newLead}
				trail={[{ to: "/placement/requests", label: text.title }]}
			/>
			{periods.length > 0 && (
				<Form method="get" className="list-tools">
					{lacking && (
						<>
							<input type="hidden" name="host" value={lacking.hostId} />
							<input type="hidden" name="places" value={lacking.places} />
							<input type="hidden" name="site" value={lacking.site} />
						</>
					)}
					<div className="ds-field">
						<label className="ds-label" htmlFor="period">
							{ordering.period}
						</label>
						<select className="ds-input" id="period" name="period" defaultValue={values.periodId ?? ""}>
							<option value="">{ordering.noPeriod}</option>
							{periods.map((period) => (
								<option key={period.id} value={period.id}>
									{`${period.courseName}, ${period.name} (${formatShortDate(language, period.firstDay)})`}
								</option>
							))}
						</select>
					</div>
					<div className="list-buttons">
						<button type="submit" className="ds-button" data-variant="secondary">
							{ordering.fetch}
						</button>
					</div>
				</Form>
			)}
			<TaskForm
				key={values.periodId ?? ""}
				refused={actionData}
				values={{
					...values,
					...(lacking && {
						"lines.0.places": lacking.places,
						...(lacking.site === "" ? {} : { message: ordering.preferably(lacking.site) }),
					}),
					...Object.fromEntries(suggested.map(({ host }, index) => [`lines.${index}.hostId`, host])),
				}}
				labels={{ ...fields, ...labels }}
				say={saying(language, text.refusals)}
			>
				<input type="hidden" name="periodId" value={values.periodId ?? ""} />
				<input type="hidden" name="count" value={count} />
				<button type="submit" name="do" value="draft" className="visually-hidden" tabIndex={-1} aria-hidden="true">
					{ordering.saveDraft}
				</button>
				<Field name="institutionId" kind="select" required choices={institutions} />
				<Field name="programme" maxLength={200} autoComplete="off" width="full" required />
				<Field name="courseName" maxLength={200} autoComplete="off" width="full" required />
				<Field
					name="profession"
					kind="select"
					required
					choices={professions.map((one) => ({ value: one, label: professionName(language, one) }))}
				/>
				<Field
					name="yearOfStudy"
					kind="select"
					required
					choices={yearsOfStudy.map((year) => ({ value: String(year), label: String(year) }))}
				/>
				<DateRange
					legend={text.columns.from}
					from={{ name: "firstDay", label: fields.firstDay, required: true }}
					to={{ name: "lastDay", label: fields.lastDay, required: true }}
				/>
				<details className="ds-details">
					<summary>{fields.settings}</summary>
					<div>
						<Field name="settings" kind="checkboxes" choices={settings} hint={hints.settings} />
					</div>
				</details>
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{ordering.hosts}</legend>
					{suggested.some(({ places }) => places !== null) && (
						<p className="ds-paragraph quiet">{ordering.hostsHint}</p>
					)}
					{lines.map((index) => (
						<div className="order-line" key={index}>
							<Field
								name={`lines.${index}.hostId`}
								kind="lookup"
								label={fields.host}
								choices={hosts}
								required="sometimes"
								{...publishedHint(suggested[index]?.places, (places) =>
									ordering.published(formatNumber(language, places)),
								)}
							/>
							<Field name={`lines.${index}.places`} kind="number" whole label={fields.places} required="sometimes" />
						</div>
					))}
					<div>
						<SubmitButton name="do" value="add" variant="secondary" size="sm">
							{ordering.addLine}
						</SubmitButton>
					</div>
				</fieldset>
				<Field name="answerBy" kind="date" />
				<Field name="message" kind="textarea" maxLength={2000} />
				<div className="task-buttons">
					<SubmitButton name="do" value="send">
						{ordering.saveAndSend}
					</SubmitButton>
					<SubmitButton name="do" value="draft" variant="secondary">
						{ordering.saveDraft}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/placement/requests">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}

function publishedHint(places: number | null | undefined, say: (places: number) => string) {
	return places === null || places === undefined ? {} : { hint: say(places) };
}
