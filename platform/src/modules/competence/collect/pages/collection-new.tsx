import { data } from "react-router";
import { addDays } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { listUnitsToAsk, openCollection, startCollection } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { collectionFacts } from "../contract.ts";
import { reachWords } from "../reach-words.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/collection-new";

/** Days units are given to answer, unless whoever asks says otherwise. */
const usualDays = 21;

/** Asks units what they have and need; as the last time where one is copied. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { house, language, reading, url } = representing(context, request);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const text = collectText[language];
	return reading(async (work) => {
		const units = await listUnitsToAsk(work, mails);
		if (units.length === 0) missing();
		const copied = await openCollection(work, url.searchParams.get("copy") ?? "", mails);
		const year = work.today.slice(0, 4);
		const again = copied?.collection.name.replace(/\b20\d\d\b/, year);
		return {
			today: work.today,
			units: units.map(({ id, name, above, reach }) => ({
				...{ value: id, label: name, hint: [above[0], reachWords(language, reach)].filter(Boolean).join(". ") },
			})),
			values: {
				name: again ?? text.standardName(year),
				answerBy: addDays(work.today, usualDays),
				message: copied?.collection.message ?? "",
				units: copied ? copied.asked.map(({ unitId }) => unitId) : units.map(({ id }) => id),
			},
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const parsed = parseForm(collectionFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) => startCollection(work, parsed.values, { mails }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { id, asked, told } = outcome.done;
	const said = collectText[language].asked(formatNumber(language, asked), formatNumber(language, told));
	return redirectWithToast(`/competence/collections/${id}`, said);
}

export default function CollectionNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { today, units, values } = loaderData;
	const back = "/competence/collections";
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: back, label: text.title }]} />
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={values}
				say={saying(language, { ...competenceText[language].refusals, ...text.refusals })}
			>
				<Field name="name" required maxLength={100} autoComplete="off" />
				<Field name="answerBy" kind="date" required min={today} />
				<Field name="message" kind="textarea" rows={3} maxLength={2000} />
				<Field name="units" kind="checkboxes" required choices={units} />
				<div className="task-buttons">
					<SubmitButton>{text.ask}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
