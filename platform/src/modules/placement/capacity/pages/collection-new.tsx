import { data, Link } from "react-router";
import { addDays } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate } from "../../rules.ts";
import { newCollection } from "../contract.ts";
import { listSites, startCollection } from "../service.server.ts";
import { capacityText } from "../text.ts";
import { nextTerm } from "../week.ts";
import type { Route } from "./+types/collection-new";
import { pagesText } from "./capacity.text.ts";
import { collectionText } from "./collection.text.ts";
import { SiteTicks } from "./SiteTicks.tsx";
import { siteText } from "./site.text.ts";

/** So many days those who are asked are given, unless the coordinator says otherwise. */
const usualDays = 21;

export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, house } = representing(context, request);
	return reading(async (work) => {
		if (!mayCoordinate(await mandateOf(work))) missing();
		const { rows } = await listSites(work, {});
		const due = addDays(work.today, usualDays);
		return {
			sites: rows.map(({ id, name, contactEmail }) => ({ id, name, contactEmail })),
			term: nextTerm(work.today),
			due,
			mails: house.configuration.mail.smtpUrl !== undefined,
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, house, commanding } = representing(context, request);
	const parsed = parseForm(newCollection, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding((work) => startCollection(work, parsed.values, { mails, language }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { id, asked, mailed } = outcome.done;
	return redirectWithToast(`/placement/capacity/collections/${id}`, collectionText[language].started(asked, mailed));
}

export default function CollectionNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const asking = collectionText[language];
	const siteWords = siteText[language];
	const { sites, term, due, mails } = loaderData;
	const { collectionFields: fields } = asking;
	const name = asking.collectionName(term.firstDay.slice(0, 4), term.firstDay.slice(5, 7) < "08");
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(asking.newCollection)}</title>
			<PageHeader
				title={asking.newCollection}
				lead={asking.newCollectionLead}
				trail={[{ to: "/placement/capacity/collections", label: text.tabs.collections }]}
			/>
			{!mails && <Alert>{asking.noMail}</Alert>}
			{sites.length === 0 ? (
				<EmptyState
					title={siteWords.sitesEmpty}
					action={{ to: "/placement/sites/from-units", label: siteWords.addUnits }}
				>
					{siteWords.sitesEmptyBody}
				</EmptyState>
			) : (
				<TaskForm
					refused={actionData}
					values={{ name, ...term, dueOn: due }}
					labels={fields}
					say={saying(language, capacityText[language].refusals)}
				>
					<Field name="name" required maxLength={120} autoComplete="off" width="full" />
					<DateRange
						legend={text.columns.days}
						from={{ name: "firstDay", label: fields.firstDay, required: true }}
						to={{ name: "lastDay", label: fields.lastDay, required: true }}
					/>
					<Field name="dueOn" kind="date" required />
					<Field name="message" kind="textarea" maxLength={2000} />
					<SiteTicks sites={sites} />
					<div className="task-buttons">
						<SubmitButton>{asking.start}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to="/placement/capacity/collections">
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
